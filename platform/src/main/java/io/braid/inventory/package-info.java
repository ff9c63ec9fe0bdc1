/** One stock service for every location: positions, reservations, moves, feeds. */
@NullMarked
package io.braid.inventory;

import org.jspecify.annotations.NullMarked;
