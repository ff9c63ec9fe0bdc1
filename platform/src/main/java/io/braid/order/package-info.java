/** Customer orders and their lines. */
@NullMarked
package io.braid.order;

import org.jspecify.annotations.NullMarked;
