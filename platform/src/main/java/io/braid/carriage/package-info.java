/** How shipments travel: carriers' zones, rates, transit days and calendars, and what follows from them. */
@NullMarked
package io.braid.carriage;

import org.jspecify.annotations.NullMarked;
