/** Vendor items and contracted prices. */
@NullMarked
package io.braid.pricing;

import org.jspecify.annotations.NullMarked;
