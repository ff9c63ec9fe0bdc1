/** What the documents for users claim, tried out. */
@NullMarked
package io.braid.docs;

import org.jspecify.annotations.NullMarked;
