package io.braid.api;

import io.braid.kernel.LocationCode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the network a caller sees: all of it, or the locations he was given. A handler that takes one as an argument
 * heeds it; one that does not is closed to whoever was given locations.
 *
 * @param only null sees everything
 */
record Sight(@Nullable Set<LocationCode> only) {
    static final Sight OF_ALL = new Sight(null);

    boolean reaches(LocationCode location) {
        return only == null || only.contains(location);
    }

    boolean reachesAll(Collection<LocationCode> locations) {
        return locations.stream().allMatch(this::reaches);
    }

    boolean isLimited() {
        return only != null;
    }

    /** What lies elsewhere looks like what is missing. */
    void check(LocationCode location) {
        if (!reaches(location)) {
            throw Declined.notFound();
        }
    }

    /** The locations that a list is to show: null is any. */
    @Nullable
    List<LocationCode> locations(@Nullable LocationCode asked) {
        if (asked == null) {
            return only == null ? null : only.stream().sorted().toList();
        }
        return reaches(asked) ? List.of(asked) : List.of();
    }
}
