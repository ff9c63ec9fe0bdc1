package io.braid.fulfillment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shipment lines as the journal tells them: units and reasons; notes may name people and stay out of it. */
final class Told {
    private Told() {}

    static List<Map<String, Object>> opened(List<ShipmentLine> lines) {
        return lines.stream().map(Told::opened).toList();
    }

    private static Map<String, Object> opened(ShipmentLine line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("line", line.line());
        told.put("orderLine", line.orderLine());
        told.put("sku", line.sku().text());
        told.put("quantity", line.quantity());
        if (line.vendorSku() != null) {
            told.put("vendorSku", line.vendorSku());
        }
        if (line.unitCost() != null) {
            told.put("unitCost", line.unitCost().money().toString());
        }
        return told;
    }

    static List<Map<String, Object>> accepted(List<ShipmentLine> lines) {
        return lines.stream()
                .map(l -> told(l.line(), "accepted", Objects.requireNonNull(l.accepted())))
                .toList();
    }

    static List<Map<String, Object>> packed(List<Packed> lines) {
        return lines.stream().map(p -> told(p.line(), "quantity", p.quantity())).toList();
    }

    static List<Map<String, Object>> cuts(List<Cut> cuts) {
        return cuts.stream()
                .map(cut -> {
                    Map<String, Object> told = told(cut.line(), "quantity", cut.quantity());
                    told.put("reason", cut.reason().name());
                    return told;
                })
                .toList();
    }

    private static Map<String, Object> told(int line, String what, int units) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("line", line);
        told.put(what, units);
        return told;
    }
}
