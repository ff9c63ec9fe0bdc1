/** Each invariant holds over a small world, and is seen to break. */
@NullMarked
package io.braid.verify;

import org.jspecify.annotations.NullMarked;
