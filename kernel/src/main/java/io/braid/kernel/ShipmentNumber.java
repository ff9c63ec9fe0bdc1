package io.braid.kernel;

/**
 * The number of a shipment: the order's number and a running number within it, {@code 100000001-1}. For a vendor it is
 * the purchase order number; there is no other.
 */
public record ShipmentNumber(OrderNumber order, int sequence) implements Comparable<ShipmentNumber> {
    public ShipmentNumber {
        if (sequence < 1) {
            throw new IllegalArgumentException(sequence + " is not a shipment's running number");
        }
    }

    /** Refuses what is not one with an {@link IllegalArgumentException}; callers answer "not found" then. */
    public static ShipmentNumber parse(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen < 0 || !text.substring(hyphen + 1).matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not a shipment number");
        }
        return new ShipmentNumber(
                OrderNumber.parse(text.substring(0, hyphen)), Integer.parseInt(text.substring(hyphen + 1)));
    }

    @Override
    public int compareTo(ShipmentNumber other) {
        int byOrder = order.compareTo(other.order);
        return byOrder != 0 ? byOrder : Integer.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return order + "-" + sequence;
    }
}
