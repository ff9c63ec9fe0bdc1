package io.braid.location;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.PostalCode;
import io.braid.kernel.VendorCode;
import io.braid.location.LocationRefusal.LocationCodeTaken;
import io.braid.location.LocationRefusal.LocationNotFound;
import io.braid.location.LocationRefusal.OwnershipIsFixed;
import io.braid.location.LocationRefusal.UnknownPostalCode;
import io.braid.location.LocationRefusal.UnknownVendor;
import io.braid.location.LocationRefusal.VendorAndKindDisagree;
import io.braid.location.LocationRefusal.VersionConflict;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * Every place that can fulfil. A location is changed as a whole and never removed. Reading asks the database which
 * revision is current, always; only the value of a revision, which never changes, is kept in memory.
 */
public final class Locations {
    /** Some kilobytes each: a large retailer's network fits, and memory stays bounded. */
    private static final int CACHED_MAX = 20_000;

    private final LocationStore store;
    private final PostalCodes postalCodes;
    private final KnownVendors vendors;
    private final Journal journal;
    private final Transactions transactions;
    private final Cache<UUID, Location> values =
            Caffeine.newBuilder().maximumSize(CACHED_MAX).build();

    Locations(
            LocationStore store,
            PostalCodes postalCodes,
            KnownVendors vendors,
            Journal journal,
            Transactions transactions) {
        this.store = store;
        this.postalCodes = postalCodes;
        this.vendors = vendors;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Those that exist, as they are now. */
    public Map<LocationCode, Location> findAll(Collection<LocationCode> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        Map<LocationCode, Location> found = new HashMap<>();
        List<LocationCode> unknown = new ArrayList<>();
        store.revisions(codes).forEach((code, revision) -> {
            Location value = values.getIfPresent(revision);
            if (value == null) {
                unknown.add(code);
            } else {
                found.put(code, value);
            }
        });
        if (!unknown.isEmpty()) {
            // A change between the two statements brings a newer value with its own revision: right as well.
            Map<UUID, Location> loaded = store.findAll(unknown);
            values.putAll(loaded);
            loaded.values().forEach(location -> found.put(location.code(), location));
        }
        return found;
    }

    /** Those of the groups that some location is in. */
    public Set<String> groupsAmong(Collection<String> groups) {
        return store.groupsAmong(groups);
    }

    public Optional<Location> findLocation(LocationCode code) {
        return Optional.ofNullable(findAll(List.of(code)).get(code));
    }

    /** In order of code, beginning behind that one ({@code ""} for the first page). */
    public List<Location> listLocations(LocationFilter filter, String after, int limit) {
        return store.list(filter, after, limit);
    }

    /** Whether the vendor has a location that is switched on. */
    public boolean anyOf(VendorCode vendor) {
        return store.existsOf(vendor);
    }

    public Outcome<Location> create(Deed deed, LocationDraft draft) {
        return transactions.decide(() -> owned(draft).then(this::placed).then(point -> {
            if (!store.insert(draft, point, deed.at())) {
                return Outcome.refused(new LocationCodeTaken(draft.code()));
            }
            Location created = draft.as(point, 1);
            record(deed, created, "LocationCreated");
            return Outcome.done(created);
        }));
    }

    /**
     * Makes an existing location what the draft says.
     *
     * @param expectedVersion the version the caller saw; empty takes whatever is there
     */
    public Outcome<Location> change(Deed deed, LocationDraft draft, OptionalInt expectedVersion) {
        return transactions.decide(() -> {
            Optional<Location> current = store.lock(draft.code());
            if (current.isEmpty()) {
                return Outcome.refused(new LocationNotFound(draft.code()));
            }
            return unchanged(draft, current.get(), expectedVersion)
                    .then(this::owned)
                    .then(this::placed)
                    .map(point -> write(deed, draft, point, current.get()));
        });
    }

    private static Outcome<LocationDraft> unchanged(
            LocationDraft draft, Location current, OptionalInt expectedVersion) {
        if (expectedVersion.orElse(current.version()) != current.version()) {
            return Outcome.refused(new VersionConflict(draft.code(), expectedVersion.getAsInt(), current.version()));
        }
        if (!Objects.equals(draft.vendor(), current.vendor())) {
            return Outcome.refused(new OwnershipIsFixed(draft.code(), current.vendor()));
        }
        return Outcome.done(draft);
    }

    private Location write(Deed deed, LocationDraft draft, GeoPoint point, Location current) {
        if (draft.as(point, current.version()).equals(current)) {
            return current;
        }
        if (!store.update(draft, point, current.version(), deed.at())) {
            throw new IllegalStateException("location " + draft.code() + " changed while its row was locked");
        }
        Location changed = draft.as(point, current.version() + 1);
        record(deed, changed, "LocationChanged");
        return changed;
    }

    private Outcome<LocationDraft> owned(LocationDraft draft) {
        VendorCode vendor = draft.vendor();
        if ((draft.kind() == LocationKind.VENDOR) != (vendor != null)) {
            return Outcome.refused(new VendorAndKindDisagree(draft.kind(), vendor));
        }
        if (vendor != null && !vendors.knows(vendor)) {
            return Outcome.refused(new UnknownVendor(vendor));
        }
        return Outcome.done(draft);
    }

    private Outcome<GeoPoint> placed(LocationDraft draft) {
        if (draft.point() != null) {
            return Outcome.done(draft.point());
        }
        PostalCode code = draft.address().postal();
        GeoPoint point = postalCodes.find(List.of(code)).get(code);
        return point == null ? Outcome.refused(new UnknownPostalCode(code)) : Outcome.done(point);
    }

    private void record(Deed deed, Location location, String type) {
        Subject subject = Subject.of("location", location.code().text());
        journal.record(
                deed, List.of(new Entry(subject, location.version(), type, null, null, LocationFacts.of(location))));
    }
}
