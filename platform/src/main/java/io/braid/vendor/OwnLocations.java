package io.braid.vendor;

import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import io.braid.location.Location;
import io.braid.location.LocationDraft;
import io.braid.location.LocationRefusal.LocationCodeTaken;
import io.braid.location.Locations;
import io.braid.store.Ids;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A vendor's own names for its locations, unique within that vendor alone. The network knows such a location as
 * {@code <vendor>-<code>-} and four signs drawn by lot: with all codes having them, none tells that a shorter one is a
 * stranger's.
 */
public final class OwnLocations {
    /** So many draws that all hit a stranger's are none. */
    private static final int TRIES_MAX = 20;

    /** Nothing that is mistaken for another when it is read aloud or from a label. */
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int SIGNS_DRAWN = 4;

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
            return free(deed, vendor, own)
                    .map(code -> locations.create(deed, draft.apply(code)).then(created -> named(vendor, own, created)))
                    .orElseGet(() -> Outcome.refused(new LocationCodeTaken(own)));
        });
    }

    private Outcome<Location> named(VendorCode vendor, LocationCode own, Location created) {
        return store.insert(vendor, own, created.code())
                ? Outcome.done(created)
                : Outcome.refused(new LocationCodeTaken(own));
    }

    private Optional<LocationCode> free(Deed deed, VendorCode vendor, LocationCode own) {
        String whole = vendor + "-" + own;
        String plain = whole.substring(0, Math.min(whole.length(), LENGTH_MAX - SIGNS_DRAWN - 1));
        List<LocationCode> wishes = new ArrayList<>();
        for (int i = 0; i < TRIES_MAX; i++) {
            wishes.add(new LocationCode(plain + "-" + signs(Ids.newId(deed.at()))));
        }
        Map<LocationCode, Location> taken = locations.findAll(wishes);
        return wishes.stream().filter(code -> !taken.containsKey(code)).findFirst();
    }

    /** The lower half of a new key is drawn by lot. */
    private static String signs(UUID lot) {
        StringBuilder signs = new StringBuilder();
        long rest = lot.getLeastSignificantBits();
        for (int i = 0; i < SIGNS_DRAWN; i++) {
            signs.append(SIGNS.charAt(Math.floorMod(rest, SIGNS.length())));
            rest /= SIGNS.length();
        }
        return signs.toString();
    }
}
