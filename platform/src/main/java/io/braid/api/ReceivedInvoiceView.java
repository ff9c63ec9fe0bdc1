package io.braid.api;

import io.braid.invoice.ReceivedInvoice;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vendor's own invoice and what differs, the same to the operator and to that vendor. */
record ReceivedInvoiceView(
        UUID id,
        VendorCode vendor,
        String number,
        ShipmentNumber shipment,
        LocalDate date,
        ReceivedInvoice.State state,
        Money total,
        List<ReceivedLine> lines,
        List<Difference> differences,
        Instant receivedAt,
        @Nullable Instant decidedAt,
        @Nullable String comment,
        @Nullable String creditNote,
        int version) {
    record ReceivedLine(int line, int shipmentLine, int quantity, UnitCost unitCost) {}

    record Difference(
            ReceivedInvoice.Difference.Kind kind, @Nullable Integer shipmentLine, String expected, String found) {}

    static ReceivedInvoiceView of(ReceivedInvoice received) {
        ReceivedInvoice.Content content = received.content();
        ReceivedInvoice.Ruling ruling = received.ruling();
        return new ReceivedInvoiceView(
                received.id(),
                content.vendor(),
                content.theirNumber(),
                content.shipment(),
                content.date(),
                received.state(),
                content.total(),
                content.lines().stream()
                        .map(l -> new ReceivedLine(l.line(), l.shipmentLine(), l.quantity(), l.unitCost()))
                        .toList(),
                content.differences().stream()
                        .map(d -> new Difference(d.kind(), d.shipmentLine(), d.expected(), d.found()))
                        .toList(),
                received.receivedAt(),
                ruling == null ? null : ruling.at(),
                ruling == null ? null : ruling.comment(),
                ruling == null ? null : ruling.creditNote(),
                received.version());
    }

    static List<String> key(ReceivedInvoice received) {
        return List.of(received.id().toString());
    }
}
