package io.braid.vendor;

import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import io.braid.location.Location;
import io.braid.location.LocationDraft;
import io.braid.location.LocationRefusal.LocationCodeTaken;
import io.braid.location.Locations;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A vendor's own names for its locations, unique within that vendor alone. The network knows such a location as
 * {@code <vendor>-<code>}; should that be another's already, a number is added, so that nobody learns of a stranger's.
 */
public final class OwnLocations {
    /** So many strangers with the very same code are none. */
    private static final int TRIES_MAX = 20;

    private static final int LENGTH_MAX = 64;

    private final OwnLocationStore store;
    private final Locations locations;
    private final Transactions transactions;

    OwnLocations(OwnLocationStore store, Locations locations, Transactions transactions) {
        this.store = store;
        this.locations = locations;
        this.transactions = transactions;
    }

    /** The network's code for what the vendor calls so: its own name first, else the code of a location of its. */
    public Optional<LocationCode> find(VendorCode vendor, LocationCode named) {
        return store.find(vendor, named)
                .or(() -> locations
                        .findLocation(named)
                        .filter(location -> vendor.equals(location.vendor()))
                        .map(Location::code));
    }

    /** What the vendor calls its locations, by the network's codes; those not in it go by their code. */
    public Map<LocationCode, LocationCode> ownCodes(VendorCode vendor) {
        return store.ownCodes(vendor);
    }

    /** Creates a location under the vendor's own code; {@code draft} makes the rest of it for a network's code. */
    public Outcome<Location> create(
            Deed deed, VendorCode vendor, LocationCode own, Function<LocationCode, LocationDraft> draft) {
        return transactions.decide(() -> {
            if (find(vendor, own).isPresent()) {
                return Outcome.refused(new LocationCodeTaken(own));
            }
            return free(vendor, own)
                    .map(code -> locations.create(deed, draft.apply(code)).then(created -> named(vendor, own, created)))
                    .orElseGet(() -> Outcome.refused(new LocationCodeTaken(own)));
        });
    }

    private Outcome<Location> named(VendorCode vendor, LocationCode own, Location created) {
        return store.insert(vendor, own, created.code())
                ? Outcome.done(created)
                : Outcome.refused(new LocationCodeTaken(own));
    }

    private Optional<LocationCode> free(VendorCode vendor, LocationCode own) {
        String whole = vendor + "-" + own;
        String plain = whole.substring(0, Math.min(whole.length(), LENGTH_MAX - 3));
        List<LocationCode> wishes = new ArrayList<>();
        wishes.add(new LocationCode(whole.length() > LENGTH_MAX ? plain : whole));
        for (int i = 2; i <= TRIES_MAX; i++) {
            wishes.add(new LocationCode(plain + "-" + i));
        }
        Map<LocationCode, Location> taken = locations.findAll(wishes);
        return wishes.stream().filter(code -> !taken.containsKey(code)).findFirst();
    }
}
