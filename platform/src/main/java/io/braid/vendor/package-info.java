/** Companies that ship from their own stock. */
@NullMarked
package io.braid.vendor;

import org.jspecify.annotations.NullMarked;
