/** Load drivers and benchmarks; never part of the product that runs. */
@NullMarked
package io.braid.bench;

import org.jspecify.annotations.NullMarked;
