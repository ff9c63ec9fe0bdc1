package io.braid.inventory;

import io.braid.kernel.Fault;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Refusal;
import io.braid.kernel.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Why stock was not changed or cannot be shown. */
public sealed interface StockRefusal extends Refusal {
    /** There is no such location, or it is not the asker's. */
    record LocationNotFound(LocationCode location) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no location " + location + ".";
        }
    }

    record ProductNotFound(Sku sku) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no product " + sku + ".";
        }
    }

    /** A count of tomorrow would hide every count of today. */
    record CountOutOfTime(Instant asOf, Instant now, Duration ahead) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "asOf " + asOf + " is not a time a count can be of: it is now " + now + ", and clocks may be "
                    + ahead.toMinutes() + " minutes ahead; nothing was counted before 2000.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/asOf", detail()));
        }
    }

    /** It changed since the caller read it. */
    record VersionConflict(StockKey key, long expected, long current) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Position " + key + " is at version " + current + ", not " + expected
                    + ": read it again and repeat the change.";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("currentVersion", current);
        }
    }

    /** All or nothing: one item that cannot be done refuses them all. */
    record AdjustmentNotPossible(List<Fault> faults) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "No item was applied, because " + faults.size() + " cannot be: see errors.";
        }
    }

    /** One feed at a time and location: two at once would undo each other row by row. */
    record FeedRunning(LocationCode location, UUID feed) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Feed " + feed + " of location " + location + " is still running; send this one when it is done.";
        }
    }

    /** Some of the products asked for do not exist. */
    record ProductsNotKnown(List<Fault> faults) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return faults.size() + " of the products asked for do not exist: see errors.";
        }
    }

    /** Nobody has told where that is. */
    record PostalCodeNotKnown(PostalCode code) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "It is not known where " + code
                    + " is; the table of its country can be loaded with POST /geo/postal-codes/import.";
        }

        @Override
        public List<Fault> faults() {
            return List.of(new Fault("/postalCode", "is not known"));
        }
    }

    /**
     * The file would empty an unusual share of what is stocked; nothing was applied.
     *
     * @param confirmation with which the very same file is taken
     */
    record FeedHeld(long emptied, long stocked, int percentMax, String confirmation) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "This feed would leave " + emptied + " of " + stocked + " stocked positions empty, more than "
                    + percentMax + " percent, so nothing was applied. If that is meant, send the same file again with"
                    + " confirm=" + confirmation + "; if not, leave it and send the right one.";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("emptied", emptied, "stocked", stocked, "confirmation", confirmation);
        }
    }

    /** The file as a whole is of no use. */
    record FeedUnreadable(String reason) implements StockRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return reason;
        }
    }
}
