/** The demo's retailer. */
@NullMarked
package io.braid.demo;

import org.jspecify.annotations.NullMarked;
