package io.braid.access;

import io.braid.kernel.LocationCode;
import java.util.Set;

/** What somebody may at the locations he was given and nowhere else; without locations that is nothing. */
public record Posting(Permissions permissions, Set<LocationCode> locations) {
    static final Posting NONE = new Posting(new Permissions(Set.of()), Set.of());

    public Posting {
        locations = Set.copyOf(locations);
    }
}
