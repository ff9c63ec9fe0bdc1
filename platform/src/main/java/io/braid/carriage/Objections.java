package io.braid.carriage;

import io.braid.carriage.CarrierRow.Rate;
import io.braid.carriage.CarrierRow.Zone;
import io.braid.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What speaks against a row of a carrier's table, as sentences for whoever sent it. */
final class Objections {
    private final Set<ServiceCode> services;

    Objections(Set<ServiceCode> services) {
        this.services = services;
    }

    @Nullable
    String toService(ServiceCode code) {
        return services.contains(code)
                ? null
                : "there is no service " + code + "; import it first with POST /carriage/calendars/import";
    }

    /** In a group, ranges of postal codes are equal or apart, and equal ones have distance bands apart. */
    @Nullable
    String toZone(Zone row, NavigableMap<String, Zone> others) {
        boolean known = row.service().isEmpty()
                ? services.stream().anyMatch(code -> code.carrier().equals(row.carrier()))
                : services.contains(new ServiceCode(row.carrier(), row.service()));
        if (!known) {
            return "there is no service " + row.carrier() + "/" + (row.service().isEmpty() ? "*" : row.service())
                    + "; import it first with POST /carriage/calendars/import";
        }
        String group = row.group() + "|";
        Map.Entry<String, Zone> below = others.lowerEntry(row.key());
        Map.Entry<String, Zone> above = others.higherEntry(row.key());
        for (Map.Entry<String, Zone> near : neighbours(below, above)) {
            if (near.getKey().startsWith(group)
                    && overlap(row.reach(), near.getValue().reach())) {
                return "overlaps zone " + near.getValue().zone() + " for "
                        + told(near.getValue().reach())
                        + "; ranges of postal codes must be equal or apart, and distance bands of one range apart";
            }
        }
        return null;
    }

    private static <E> List<E> neighbours(@Nullable E below, @Nullable E above) {
        List<E> found = new ArrayList<>(2);
        if (below != null) {
            found.add(below);
        }
        if (above != null) {
            found.add(above);
        }
        return found;
    }

    private static boolean overlap(CarrierRow.Reach a, CarrierRow.Reach b) {
        boolean apart = a.to().compareTo(b.from()) < 0 || b.to().compareTo(a.from()) < 0;
        boolean equal = a.from().equals(b.from()) && a.to().equals(b.to());
        boolean bandsApart = a.maxKm() <= b.minKm() || b.maxKm() <= a.minKm();
        return !apart && !(equal && bandsApart);
    }

    private static String told(CarrierRow.Reach reach) {
        return (reach.from().isEmpty() ? "all postal codes" : reach.from() + "–" + reach.to()) + ", " + reach.minKm()
                + " to " + reach.maxKm() + " km";
    }

    /** Takes back lines by which a heavier parcel would cost less than a lighter one. */
    static void keepRising(Merging<Rate> merging) {
        Map<String, List<Rate>> cards = new HashMap<>();
        merging.after()
                .values()
                .forEach(row -> cards.computeIfAbsent(row.card(), card -> new ArrayList<>())
                        .add(row));
        for (List<Rate> card : cards.values()) {
            card.sort(Comparator.comparingInt(Rate::upToGrams));
            Money most = card.getFirst().amount();
            for (Rate row : card) {
                if (row.amount().compareTo(most) < 0 && merging.isFromFile(row.key())) {
                    merging.takeBack(
                            row.key(),
                            "amount " + row.amount() + " up to " + row.upToGrams()
                                    + " g is less than what a lighter parcel costs, " + most);
                } else if (row.amount().compareTo(most) > 0) {
                    most = row.amount();
                }
            }
        }
    }
}
