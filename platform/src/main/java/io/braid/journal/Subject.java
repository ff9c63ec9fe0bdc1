package io.braid.journal;

import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;

/**
 * What an entry is about. An order and its shipments are one family, kept together by the order's number; everything
 * else is its own family (0). The text is what people search by: a bare order or shipment number, else
 * {@code kind:code}.
 */
public record Subject(long family, String text) {
    private static final long NO_FAMILY = 0;

    public static Subject of(OrderNumber order) {
        return new Subject(order.value(), order.toString());
    }

    public static Subject of(ShipmentNumber shipment) {
        return new Subject(shipment.order().value(), shipment.toString());
    }

    /** {@code of("product", "MUG-01")}. */
    public static Subject of(String kind, String code) {
        return new Subject(NO_FAMILY, kind + ":" + code);
    }

    /** Reads what a person typed. */
    public static Subject parse(String text) {
        if (text.matches("[1-9][0-9]{8,17}(-[1-9][0-9]{0,5})?")) {
            int hyphen = text.indexOf('-');
            return new Subject(Long.parseLong(hyphen < 0 ? text : text.substring(0, hyphen)), text);
        }
        return new Subject(NO_FAMILY, text);
    }
}
