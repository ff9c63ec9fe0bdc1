package io.braid.invoice;

import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as the vendor wrote it, by hand, by API or by EDI. It is compared three ways, with the purchase order, the
 * ship notices and our own invoice; nothing is owed because of it, and nothing in it is ever corrected.
 */
public record ReceivedInvoice(
        UUID id,
        Content content,
        State state,
        Instant receivedAt,
        @Nullable Ruling ruling,
        int version) {
    /**
     * MATCHED agrees in everything; EXCEPTION waits for a person, who approves or rejects it, or for its vendor, who
     * may take it back until then.
     */
    public enum State {
        MATCHED,
        EXCEPTION,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    /**
     * What the vendor wrote, and what of it differs.
     *
     * @param theirNumber the vendor's own number, one of its kind per vendor
     */
    public record Content(
            VendorCode vendor,
            String theirNumber,
            ShipmentNumber shipment,
            LocalDate date,
            Money total,
            List<Line> lines,
            List<Difference> differences) {
        public Content {
            lines = List.copyOf(lines);
            differences = List.copyOf(differences);
        }

        boolean saysTheSameAs(Content other) {
            return shipment.equals(other.shipment)
                    && date.equals(other.date)
                    && total.equals(other.total)
                    && lines.equals(other.lines);
        }
    }

    /** Units of a line of the purchase order at the cost the vendor asks. */
    public record Line(int line, int shipmentLine, int quantity, UnitCost unitCost) {}

    /** Where it differs: what we know, and what the vendor wrote. The line is null where it is about the whole. */
    public record Difference(Kind kind, @Nullable Integer shipmentLine, String expected, String found) {
        public enum Kind {
            UNKNOWN_LINE,
            UNIT_COST,
            QUANTITY,
            CURRENCY,
            TOTAL
        }
    }

    /**
     * Who decided about an exception, and why.
     *
     * @param creditNote the note that an approval led to; null where it changed nothing
     */
    public record Ruling(
            Instant at,
            String by,
            @Nullable String comment,
            @Nullable String creditNote) {}
}
