/** The journal on a real database: who may write what, and what a chain gives away. */
@NullMarked
package io.braid.journal;

import org.jspecify.annotations.NullMarked;
