package io.braid.sourcing;

import io.braid.fulfillment.CancelReason;
import io.braid.fulfillment.FailedLine;
import io.braid.fulfillment.ShortLine;
import io.braid.fulfillment.Shortfall;
import io.braid.fulfillment.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What locations gave up before, in words for decisions. */
final class GivenUp {
    private final List<FailedLine> failed;

    GivenUp(List<FailedLine> failed) {
        this.failed = failed;
    }

    /** The locations that gave up units of the line, each with the shipment and the reason. */
    Map<String, String> locations(int orderLine) {
        Map<String, String> locations = new HashMap<>();
        for (FailedLine line : failed) {
            if (line.orderLine() == orderLine) {
                locations.put(line.key().location().text(), words(line));
            }
        }
        return locations;
    }

    static String words(FailedLine line) {
        return "gave up units of it in shipment " + line.shipment() + ": " + line.reason();
    }

    /** What a shortfall was: {@code "shipment 100000001-1 at MEM gave up 2 of line 1 (SHORT_STOCK)"}. */
    String told(Shortfall shortfall) {
        String lines =
                shortfall.lines().stream().map(line -> told(shortfall, line)).collect(Collectors.joining(", "));
        String how = shortfall.step() == Step.WITHDRAWAL ? " was withdrawn: " : " gave up ";
        return "Shipment " + shortfall.shipment() + " at " + shortfall.location() + how + lines;
    }

    private String told(Shortfall shortfall, ShortLine line) {
        String reason = failed.stream()
                .filter(each -> each.orderLine() == line.orderLine())
                .filter(each -> each.shipment().equals(shortfall.shipment()))
                .map(FailedLine::reason)
                .map(CancelReason::name)
                .findFirst()
                .orElse("");
        return line.quantity() + " of line " + line.orderLine() + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
}
