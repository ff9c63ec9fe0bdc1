package io.braid.api;

import io.braid.api.Needs.Audience;
import io.braid.invoice.ReceivedInvoice;
import io.braid.invoice.ReceivedInvoices;
import io.braid.invoice.ReceivedQuery;
import io.braid.journal.Deed;
import io.braid.kernel.Money;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.UnitCost;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A vendor's own invoices: sent, compared at once, and what was found. */
@RestController
@RequestMapping("/api/v1/vendor/sent-invoices")
final class VendorSentInvoicesHttp {
    private static final int NUMBER_MAX = 60;
    private static final int LINES_MAX = 1_000;
    private static final int UNITS_MAX = 1_000_000;

    private final ReceivedInvoices received;

    VendorSentInvoicesHttp(ReceivedInvoices received) {
        this.received = received;
    }

    record SentBody(
            @Nullable String number,
            @Nullable String shipment,
            @Nullable String date,
            @Nullable MoneyField total,
            @Nullable String replaces,
            @Nullable List<@Nullable SentLine> lines) {}

    record SentLine(
            @Nullable Integer line,
            @Nullable Integer quantity,
            @Nullable MoneyField unitCost) {}

    /** 201 with the differences, if any; the same invoice again is answered with what was found the first time. */
    @PostMapping
    @Needs(value = "invoices:write", audience = Audience.VENDOR)
    ResponseEntity<ReceivedInvoiceView> send(@RequestBody SentBody body, Caller caller, Deed deed) {
        ReceivedInvoice.Content content = content(body, caller);
        String replaces = body.replaces() == null ? null : body.replaces().strip();
        ReceivedInvoice taken = Answers.of(received.receive(deed, content, replaces));
        return Answers.created(
                "/api/v1/vendor/sent-invoices/" + taken.id(), ReceivedInvoiceView.of(taken), taken.version());
    }

    private static ReceivedInvoice.Content content(SentBody body, Caller caller) {
        Faults faults = new Faults();
        String number = faults.text("/number", body.number(), NUMBER_MAX);
        ShipmentNumber shipment = faults.read("/shipment", body.shipment(), ShipmentNumber::parse);
        LocalDate date = faults.read("/date", body.date(), FieldReader::date);
        Money total = faults.money("/total", body.total());
        if (total != null && total.isNegative()) {
            faults.add("/total/amount", "must not be below zero");
        } else if (total != null && total.compareTo(total.rounded()) != 0) {
            faults.add(
                    "/total/amount",
                    total.text() + " is no sum of " + total.currency().getCurrencyCode() + ": round it to "
                            + total.rounded().text());
        }
        List<ReceivedInvoice.Line> lines = lines(faults, body.lines());
        faults.refuseIfAny();
        return new ReceivedInvoice.Content(
                caller.vendorScope().vendor(),
                Faults.known(number).strip(),
                Faults.known(shipment),
                Faults.known(date),
                Faults.known(total),
                lines,
                List.of());
    }

    private static List<ReceivedInvoice.Line> lines(Faults faults, @Nullable List<@Nullable SentLine> sent) {
        if (sent == null || sent.isEmpty() || sent.size() > LINES_MAX) {
            faults.add("/lines", "must have 1 to " + LINES_MAX + " lines");
            return List.of();
        }
        List<ReceivedInvoice.Line> lines = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            SentLine line = sent.get(i);
            if (line == null) {
                faults.add("/lines/" + i, "is required");
                continue;
            }
            int shipmentLine = faults.number(Faults.at("/lines", i, "line"), line.line(), 1, Integer.MAX_VALUE);
            int units = faults.quantity(Faults.at("/lines", i, "quantity"), line.quantity(), 1, UNITS_MAX);
            Money cost = faults.money(Faults.at("/lines", i, "unitCost"), line.unitCost());
            if (cost != null && cost.isNegative()) {
                faults.add(Faults.at("/lines", i, "unitCost"), "must not be below zero");
            } else if (cost != null) {
                lines.add(new ReceivedInvoice.Line(i + 1, shipmentLine, units, new UnitCost(cost)));
            }
        }
        return lines;
    }

    record WithdrawalBody(@Nullable Integer expectedVersion) {}

    /** Takes back an invoice that differs and that nobody has decided about; its number stays used. */
    @PostMapping("/{id}/withdrawal")
    @Needs(value = "invoices:write", audience = Audience.VENDOR)
    ResponseEntity<ReceivedInvoiceView> withdraw(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable WithdrawalBody body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        OptionalInt expected = ifMatch.or(body == null ? null : body.expectedVersion());
        ReceivedInvoice gone = Answers.of(received.withdraw(caller.vendorScope(), deed, Paths.id(id), expected));
        return Answers.versioned(ReceivedInvoiceView.of(gone), gone.version());
    }

    @GetMapping
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    Page<ReceivedInvoiceView> list(
            Paging paging, Caller caller, @RequestParam(required = false) @Nullable String state) {
        Faults faults = new Faults();
        ReceivedInvoice.State wanted = faults.optionalChoice("/state", state, ReceivedInvoice.State.class);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        return paging.page(
                received.listReceived(caller.vendorScope(), new ReceivedQuery(null, wanted, after, paging.fetch())),
                ReceivedInvoiceView::of,
                ReceivedInvoiceView::key);
    }

    @GetMapping("/{id}")
    @Needs(value = "invoices:read", audience = Audience.VENDOR)
    ResponseEntity<ReceivedInvoiceView> read(@PathVariable String id, Caller caller) {
        ReceivedInvoice found =
                received.findReceived(caller.vendorScope(), Paths.id(id)).orElseThrow(Declined::notFound);
        return Answers.versioned(ReceivedInvoiceView.of(found), found.version());
    }
}
