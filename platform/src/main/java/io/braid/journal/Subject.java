package io.braid.journal;

import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Texts;
import java.util.List;

/**
 * What an entry is about. An order and all that belongs to it are one family, kept together by the order's number;
 * everything else is its own family (0). The text is what people search by: a bare order or shipment number, else
 * {@code kind:code} of a kind that is listed here. What was written once is read whatever its kind.
 */
public record Subject(long family, String text) {
    private static final long NO_FAMILY = 0;
    private static final List<String> KINDS = List.of(
            "amendment",
            "api-key",
            "carriage",
            "computed-attribute",
            "credit-note",
            "criteria-table",
            "deduction",
            "document-set",
            "invoice",
            "item",
            "item-proposal",
            "location",
            "position",
            "postal-codes",
            "product",
            "role",
            "scorecard",
            "session",
            "simulation",
            "sla",
            "strategy",
            "terms",
            "user",
            "vendor",
            "vendor-document",
            "vendor-door",
            "vendor-invoice",
            "vendor-step");

    public static Subject of(OrderNumber order) {
        return new Subject(order.value(), order.toString());
    }

    public static Subject of(ShipmentNumber shipment) {
        return new Subject(shipment.order().value(), shipment.toString());
    }

    /** {@code of("product", "MUG-01")}. */
    public static Subject of(String kind, String code) {
        return new Subject(NO_FAMILY, named(kind, code));
    }

    /** What belongs to an order: {@code of(order, "credit-note", "CN-ACME-000001")}. */
    public static Subject of(OrderNumber order, String kind, String code) {
        return new Subject(order.value(), named(kind, code));
    }

    private static String named(String kind, String code) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("the journal lists no kind '" + kind + "'");
        }
        return kind + ":" + code;
    }

    /**
     * Reads what a person typed; what belongs to an order without being its number stands in no family yet, the journal
     * knows which. Refuses what is neither a number nor of a known kind with an {@link IllegalArgumentException}.
     */
    static Subject parse(String text) {
        if (text.matches("[1-9][0-9]{8,17}(-[1-9][0-9]{0,5})?")) {
            int hyphen = text.indexOf('-');
            return new Subject(Long.parseLong(hyphen < 0 ? text : text.substring(0, hyphen)), text);
        }
        int colon = text.indexOf(':');
        if (colon < 0 || !KINDS.contains(text.substring(0, colon))) {
            throw new IllegalArgumentException(
                    "'" + Texts.shown(text) + "' is neither the number of an order or shipment"
                            + " nor kind:code; the kinds are " + String.join(", ", KINDS));
        }
        return new Subject(NO_FAMILY, text);
    }
}
