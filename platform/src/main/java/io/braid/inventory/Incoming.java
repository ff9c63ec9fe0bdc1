package io.braid.inventory;

import io.braid.kernel.Quantity;
import java.time.LocalDate;

/** A delivery that is on its way to a location; it counts from its date on, not before. */
public record Incoming(Quantity quantity, LocalDate date) {}
