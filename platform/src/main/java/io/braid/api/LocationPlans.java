package io.braid.api;

import io.braid.location.CapacityLimit;
import io.braid.location.Downtime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads and shows a location's planned downtimes and its capacities beside the daily one. */
final class LocationPlans {
    private static final int LIST_MAX = 100;
    private static final int REASON_LENGTH_MAX = 200;
    private static final BigDecimal LIMIT_MAX = new BigDecimal("1000000000");

    private LocationPlans() {}

    /** A downtime as it is sent and shown. */
    record DowntimeBody(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String reason) {
        static DowntimeBody of(Downtime downtime) {
            return new DowntimeBody(downtime.from(), downtime.to(), downtime.reason());
        }
    }

    /** A capacity as it is sent and shown; the limit is shown as a decimal text and may be sent as a number, too. */
    record CapacityBody(
            @Nullable String measure,
            @Nullable String per,

            @Schema(
                    types = {"string", "number"},
                    description = "a decimal, at most four places")
            @Nullable
            JsonNode limit,

            @Nullable String currency) {
        static CapacityBody of(CapacityLimit capacity) {
            return new CapacityBody(
                    capacity.measure().name(),
                    capacity.per().name(),
                    StringNode.valueOf(capacity.limit().toPlainString()),
                    capacity.currency());
        }
    }

    static List<Downtime> downtimes(Faults faults, @Nullable List<@Nullable DowntimeBody> given) {
        List<Downtime> downtimes = new ArrayList<>();
        if (given != null && given.size() > LIST_MAX) {
            faults.add("/downtimes", "has more than " + LIST_MAX + " elements");
            return downtimes;
        }
        for (int i = 0; given != null && i < given.size(); i++) {
            DowntimeBody body = faults.required("/downtimes/" + i, given.get(i));
            if (body != null) {
                faults.required(Faults.at("/downtimes", i, "from"), body.from());
                faults.required(Faults.at("/downtimes", i, "to"), body.to());
                Instant from = faults.moment(Faults.at("/downtimes", i, "from"), body.from());
                Instant to = faults.moment(Faults.at("/downtimes", i, "to"), body.to());
                String reason = faults.text(Faults.at("/downtimes", i, "reason"), body.reason(), REASON_LENGTH_MAX);
                if (from != null && to != null && !from.isBefore(to)) {
                    faults.add(Faults.at("/downtimes", i, "to"), "must be after from");
                } else if (from != null && to != null && reason != null) {
                    downtimes.add(new Downtime(from, to, reason));
                }
            }
        }
        downtimes.sort(Comparator.comparing(Downtime::from));
        return downtimes;
    }

    static List<CapacityLimit> capacities(Faults faults, @Nullable List<@Nullable CapacityBody> given) {
        List<CapacityLimit> capacities = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        if (given != null && given.size() > LIST_MAX) {
            faults.add("/capacities", "has more than " + LIST_MAX + " elements");
            return capacities;
        }
        for (int i = 0; given != null && i < given.size(); i++) {
            CapacityBody body = faults.required("/capacities/" + i, given.get(i));
            CapacityLimit capacity = body == null ? null : capacity(faults, i, body);
            if (capacity != null && !seen.add(List.of(capacity.measure(), capacity.per()))) {
                faults.add(
                        "/capacities/" + i,
                        "is the second capacity of " + capacity.measure() + " per " + capacity.per());
            } else if (capacity != null) {
                capacities.add(capacity);
            }
        }
        return capacities;
    }

    private static @Nullable CapacityLimit capacity(Faults faults, int i, CapacityBody body) {
        CapacityLimit.Measure measure =
                faults.choice(Faults.at("/capacities", i, "measure"), body.measure(), CapacityLimit.Measure.class);
        CapacityLimit.Per per = faults.choice(Faults.at("/capacities", i, "per"), body.per(), CapacityLimit.Per.class);
        BigDecimal limit = faults.read(Faults.at("/capacities", i, "limit"), text(body.limit()), LocationPlans::limit);
        boolean money = measure == CapacityLimit.Measure.MONEY;
        String currency = faults.optional(
                Faults.at("/capacities", i, "currency"),
                body.currency(),
                code -> java.util.Currency.getInstance(code).getCurrencyCode());
        if (measure != null && money != (body.currency() != null)) {
            faults.add(Faults.at("/capacities", i, "currency"), "is required for MONEY, and belongs to it alone");
            return null;
        }
        if (!money && limit != null && limit.stripTrailingZeros().scale() > 0) {
            faults.add(Faults.at("/capacities", i, "limit"), "must be a whole number");
            return null;
        }
        return measure == null || per == null || limit == null
                ? null
                : new CapacityLimit(measure, per, limit, currency);
    }

    /** Written out shortly, whatever its exponent. */
    private static @Nullable String text(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        return given.isNumber() ? given.decimalValue().toString() : given.asString("");
    }

    private static BigDecimal limit(String text) {
        if (!text.matches("[0-9]{1,10}(\\.[0-9]{1,4})?") || new BigDecimal(text).compareTo(LIMIT_MAX) > 0) {
            throw new IllegalArgumentException(
                    "must be a decimal from 0 to " + LIMIT_MAX.toPlainString() + " with at most four places");
        }
        return new BigDecimal(text);
    }
}
