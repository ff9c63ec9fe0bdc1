package io.braid.fulfillment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Step 2, once: packages that left together, under the location's own notice number or one we gave. */
public record ShipNotice(
        int notice,
        String number,
        Instant shippedAt,
        Instant recordedAt,
        Remainder remainder,
        List<NoticePackage> packages) {
    public ShipNotice {
        packages = List.copyOf(packages);
    }

    /** What left by shipment line, over all packages. */
    List<Packed> units() {
        Map<Integer, Integer> units = new TreeMap<>();
        packages.stream()
                .flatMap(p -> p.lines().stream())
                .forEach(l -> units.merge(l.line(), l.quantity(), Math::addExact));
        return units.entrySet().stream()
                .map(e -> new Packed(e.getKey(), e.getValue()))
                .toList();
    }

    /** Whether a command says what this notice says; lines of a package have no order. */
    boolean saysTheSameAs(ShipmentCommand.Ship command) {
        return remainder == command.remainder()
                && (command.shippedAt() == null
                        || shippedAt.equals(command.shippedAt().truncatedTo(ChronoUnit.MICROS)))
                && packages.equals(
                        command.packages().stream().map(NoticePackage::sorted).toList());
    }
}
