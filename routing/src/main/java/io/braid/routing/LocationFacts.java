package io.braid.routing;

import io.braid.kernel.OpeningHours;
import io.braid.kernel.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask about a location. Built once per version of a location and shared between questions and threads;
 * what a question needs often (its direction on the globe) is worked out here once. Nothing here says who owns it.
 */
public final class LocationFacts {
    private final Identity identity;
    private final Place place;
    private final Workday workday;
    private final Map<String, Object> attributes;
    private final @Nullable Direction direction;
    private final WorkingTime work;
    private final Duration processing;

    public LocationFacts(Identity identity, Place place, Workday workday, Map<String, Object> attributes) {
        this.identity = identity;
        this.place = place;
        this.workday = workday;
        this.attributes = Facts.known(attributes);
        this.direction = Direction.of(place.point());
        this.work = new WorkingTime(
                workday.hours(),
                workday.cutOff(),
                workday.downtimes().stream()
                        .map(down -> new WorkingTime.Pause(down.from(), down.to()))
                        .toList());
        this.processing = WorkingTime.processing(attributes.get(WorkingTime.PROCESSING_HOURS));
    }

    /** Who it is. The kind is any word; a smaller rank comes first where a strategy sorts by it ascending. */
    public record Identity(String code, String kind, boolean active, int rank, Set<String> groups) {
        public Identity {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * When and how much it works. No cut-off means the whole day; no capacity means no limit; no fulfilment types means
     * all of them.
     */
    public record Workday(
            OpeningHours hours,
            @Nullable LocalTime cutOff,
            @Nullable Integer dailyCapacity,
            Set<String> fulfillmentTypes,
            List<Downtime> downtimes) {
        public Workday {
            fulfillmentTypes = Set.copyOf(fulfillmentTypes);
            downtimes = List.copyOf(downtimes);
        }

        /** A workday without planned downtime. */
        public Workday(
                OpeningHours hours,
                @Nullable LocalTime cutOff,
                @Nullable Integer dailyCapacity,
                Set<String> fulfillmentTypes) {
            this(hours, cutOff, dailyCapacity, fulfillmentTypes, List.of());
        }
    }

    /** A planned time without work, from the first moment until just before the second. */
    public record Downtime(Instant from, Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public String code() {
        return identity.code();
    }

    public Identity identity() {
        return identity;
    }

    public Place place() {
        return place;
    }

    public Workday workday() {
        return workday;
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    WorkingTime work() {
        return work;
    }

    ShipDay shipDay() {
        return new ShipDay(work, processing);
    }

    @Nullable
    Direction direction() {
        return direction;
    }
}
