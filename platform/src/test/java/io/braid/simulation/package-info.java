/** Simulations: how long they are kept. */
@NullMarked
package io.braid.simulation;

import org.jspecify.annotations.NullMarked;
