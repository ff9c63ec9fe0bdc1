/** A retailer to look at: a seeded network and three days of its life, made through the API alone. */
@NullMarked
package io.braid.demo;

import org.jspecify.annotations.NullMarked;
