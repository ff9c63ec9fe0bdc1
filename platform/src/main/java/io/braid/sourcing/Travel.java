package io.braid.sourcing;

import io.braid.location.Location;
import io.braid.routing.Carriage;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How a shipment would travel from the locations of one question. */
interface Travel {
    /** Nobody asks. */
    Travel UNASKED = new Travel() {
        @Override
        public @Nullable Carriage from(Location location) {
            return null;
        }

        @Override
        public @Nullable String whyNot(Location location) {
            return null;
        }
    };

    /** Null where no service carries, or where nobody asks. */
    @Nullable
    Carriage from(Location location);

    /** Why there is none, for people; null where nobody asks. */
    @Nullable
    String whyNot(Location location);

    /** With the service that comes first in that order. */
    static Travel by(Quotes quotes, Comparator<Carriage> order) {
        return new Travel() {
            @Override
            public @Nullable Carriage from(Location location) {
                return quotes.offered(location).stream().min(order).orElse(null);
            }

            @Override
            public String whyNot(Location location) {
                return quotes.whyNot(location);
            }
        };
    }
}
