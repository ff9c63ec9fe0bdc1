package io.braid.carriage;

import io.braid.kernel.Money;
import io.braid.kernel.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a carrier's tables. Its key says what it is about, in the order that lists follow; two rows of one key
 * are the same row at two times.
 */
public sealed interface CarrierRow {
    Pattern ZONE = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    Pattern PREFIX = Pattern.compile("[A-Z0-9]{0,12}");
    Pattern COUNTRY = Pattern.compile("([A-Z]{2})?");

    /** Heavier than any lorry load; what is above is a typing error. */
    int GRAMS_MAX = 100_000_000;

    /** Farther than any two places on the earth. */
    int KM_MAX = 21_000;

    int TRANSIT_DAYS_MAX = 90;

    String carrier();

    String key();

    /**
     * A service and its calendar. Times are those on the wall of the location that hands over.
     *
     * @param pickupDays weekdays on which it fetches
     * @param latestPickup the time of day at which what is ready leaves
     * @param deliveryDays weekdays on which it delivers
     * @param holidays days without pickup, movement and delivery
     */
    record Calendar(
            ServiceCode code,
            String name,
            Set<DayOfWeek> pickupDays,
            LocalTime latestPickup,
            Set<DayOfWeek> deliveryDays,
            Set<LocalDate> holidays,
            boolean active)
            implements CarrierRow {
        public Calendar {
            pickupDays = Set.copyOf(pickupDays);
            deliveryDays = Set.copyOf(deliveryDays);
            holidays = Set.copyOf(holidays);
            if (pickupDays.isEmpty() || deliveryDays.isEmpty()) {
                throw new IllegalArgumentException("a service needs at least one pickup day and one delivery day");
            }
        }

        @Override
        public String carrier() {
            return code.carrier();
        }

        @Override
        public String key() {
            return code.carrier() + "|" + code.service();
        }
    }

    /**
     * From where to where is which zone. What is left empty fits everything.
     *
     * @param service empty for all services of the carrier
     */
    record Zone(String carrier, String service, Origin origin, Reach reach, String zone) implements CarrierRow {
        public Zone {
            ServiceCode.code(carrier, "carrier");
            if (!service.isEmpty()) {
                ServiceCode.code(service, "service");
            }
            zoneName(zone);
        }

        @Override
        public String key() {
            return String.join("|", group(), reach.from(), "%05d".formatted(reach.minKm()));
        }

        /** Rows of one group are looked up together; their ranges are equal or apart. */
        String group() {
            return String.join(
                    "|",
                    carrier,
                    service,
                    origin.country(),
                    origin.region(),
                    origin.prefix(),
                    reach.country(),
                    "%02d".formatted(reach.from().length()));
        }
    }

    /** Which locations a zone row is for: by country, region and beginning of the postal code. */
    record Origin(String country, String region, String prefix) {
        public Origin {
            matching(COUNTRY, country, "originCountry");
            matching(PREFIX, prefix, "originPrefix");
            if (region.length() > 64 || region.indexOf('|') >= 0) {
                throw new IllegalArgumentException("originRegion must have at most 64 characters and no '|'");
            }
        }
    }

    /**
     * Which destinations a zone row is for.
     *
     * @param from first beginning of a postal code; as many characters are compared as it has
     * @param to last beginning, of the same length
     * @param minKm distance from which on it holds
     * @param maxKm distance from which on it holds no more
     */
    record Reach(String country, String from, String to, int minKm, int maxKm) {
        public Reach {
            matching(COUNTRY, country, "destinationCountry");
            matching(PREFIX, from, "destinationFrom");
            matching(PREFIX, to, "destinationTo");
            if (from.length() != to.length() || from.compareTo(to) > 0) {
                throw new IllegalArgumentException("destinationFrom " + Texts.shown(from) + " and destinationTo "
                        + Texts.shown(to) + " are not a range: give both, of one length, the lower one first");
            }
            if (minKm < 0 || minKm >= maxKm || maxKm > KM_MAX) {
                throw new IllegalArgumentException(
                        "minKm " + minKm + " and maxKm " + maxKm + " are not a band between 0 and " + KM_MAX);
            }
        }

        boolean isAnyDistance() {
            return minKm == 0 && maxKm == KM_MAX;
        }
    }

    /**
     * What a parcel of at most that weight costs.
     *
     * @param perExtraKg what each begun kilogram above costs, where this is the heaviest bracket; null when heavier
     *     goods go in several parcels
     */
    record Rate(
            ServiceCode code,
            String zone,
            int upToGrams,
            Money amount,
            @Nullable Money perExtraKg) implements CarrierRow {
        public Rate {
            zoneName(zone);
            if (upToGrams < 1 || upToGrams > GRAMS_MAX) {
                throw new IllegalArgumentException("upToGrams " + upToGrams + " is not between 1 and " + GRAMS_MAX);
            }
            price(amount, "amount");
            if (perExtraKg != null) {
                price(perExtraKg, "perExtraKg");
            }
        }

        @Override
        public String carrier() {
            return code.carrier();
        }

        @Override
        public String key() {
            return card() + "|" + "%09d".formatted(upToGrams);
        }

        /** The rows of one rate card. */
        String card() {
            return String.join(
                    "|", code.carrier(), code.service(), zone, amount.currency().getCurrencyCode());
        }

        private static void price(Money money, String what) {
            int places = Math.max(money.currency().getDefaultFractionDigits(), 0);
            if (money.isNegative()) {
                throw new IllegalArgumentException(what + " " + money + " is negative");
            }
            if (money.amount().stripTrailingZeros().scale() > places) {
                throw new IllegalArgumentException(what + " " + money + " has more than " + places + " decimal places");
            }
        }
    }

    /** How many days the carrier works on it. */
    record Transit(ServiceCode code, String zone, int days) implements CarrierRow {
        public Transit {
            zoneName(zone);
            if (days < 0 || days > TRANSIT_DAYS_MAX) {
                throw new IllegalArgumentException("days " + days + " is not between 0 and " + TRANSIT_DAYS_MAX);
            }
        }

        @Override
        public String carrier() {
            return code.carrier();
        }

        @Override
        public String key() {
            return String.join("|", code.carrier(), code.service(), zone);
        }
    }

    private static void zoneName(String zone) {
        matching(ZONE, zone, "zone");
    }

    private static void matching(Pattern shape, String text, String what) {
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + Texts.shown(text) + "' does not have the form " + shape.pattern());
        }
    }
}
