/**
 * Service levels: by when each step of a shipment is due, what happens when it is not taken, and how vendors keep their
 * promises over time.
 */
@NullMarked
package io.braid.sla;

import org.jspecify.annotations.NullMarked;
