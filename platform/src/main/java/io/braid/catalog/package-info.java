/** Products, by SKU and GTIN. */
@NullMarked
package io.braid.catalog;

import org.jspecify.annotations.NullMarked;
