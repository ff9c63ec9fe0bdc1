/** Draft strategies replayed over past orders, beside the live one. */
@NullMarked
package io.braid.simulation;

import org.jspecify.annotations.NullMarked;
