package io.braid.api;

import io.braid.api.CsvTable.CsvColumns;
import io.braid.journal.Deed;
import io.braid.kernel.Money;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.pricing.ItemDraft;
import io.braid.pricing.VendorItem;
import io.braid.pricing.VendorItems;
import io.braid.pricing.VendorItems.Agreed;
import io.braid.pricing.VendorItems.Change;
import io.braid.store.ImportReport;
import io.braid.vendor.Vendors;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a vendor calls our products and what was agreed about their cost; written by the operator, read by both. */
@RestController
@RequestMapping("/api/v1")
final class VendorItemsHttp {
    private static final int VENDOR_SKU_LENGTH_MAX = 80;
    private static final int PACK_SIZE_MAX = 1_000_000;
    private static final int LEAD_TIME_DAYS_MAX = 3_650;
    private static final CsvColumns COLUMNS = CsvColumns.of(
            List.of("vendorSku", "sku", "unitCost", "currency", "validFrom"),
            List.of("validTo", "packSize", "leadTimeDays"));

    private final VendorItems items;
    private final Vendors vendors;
    private final Clock clock;

    VendorItemsHttp(VendorItems items, Vendors vendors, Clock clock) {
        this.items = items;
        this.vendors = vendors;
        this.clock = clock;
    }

    record ItemBody(
            @Nullable String vendorSku,
            @Nullable String sku,
            @Nullable MoneyField unitCost,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable Integer packSize,
            @Nullable Integer leadTimeDays) {}

    /** 201 when something was agreed on, 200 when it had been before. */
    @PostMapping("/vendors/{code}/items")
    @Needs("vendors:write")
    ResponseEntity<VendorItemView> agree(@PathVariable String code, @RequestBody ItemBody body, Deed deed) {
        VendorCode vendor = VendorsHttp.path(code);
        Agreed agreed = Answers.of(items.agree(deed, vendor, draft(body)));
        VendorItemView view = VendorItemView.of(agreed.item(), agreed.price());
        return agreed.change() == Change.UNCHANGED
                ? Answers.versioned(view, agreed.item().version())
                : Answers.created(
                        "/api/v1/vendors/" + vendor + "/items",
                        view,
                        agreed.item().version());
    }

    private static ItemDraft draft(ItemBody body) {
        Faults faults = new Faults();
        String vendorSku = faults.text("/vendorSku", body.vendorSku(), VENDOR_SKU_LENGTH_MAX);
        Sku sku = faults.read("/sku", body.sku(), Sku::new);
        faults.required("/unitCost", body.unitCost());
        UnitCost cost = Costs.read(faults, "/unitCost", body.unitCost());
        LocalDate from = faults.read("/validFrom", body.validFrom(), FieldReader::date);
        LocalDate to = faults.optional("/validTo", body.validTo(), FieldReader::date);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add("/validTo", to + " is before validFrom " + from);
        }
        Integer packSize = body.packSize() == null
                ? null
                : Integer.valueOf(faults.number("/packSize", body.packSize(), 1, PACK_SIZE_MAX));
        Integer leadTime = body.leadTimeDays() == null
                ? null
                : Integer.valueOf(faults.number("/leadTimeDays", body.leadTimeDays(), 0, LEAD_TIME_DAYS_MAX));
        faults.refuseIfAny();
        return new ItemDraft(
                Faults.known(vendorSku).strip(),
                Faults.known(sku),
                Faults.known(cost),
                Faults.known(from),
                to,
                packSize,
                leadTime);
    }

    @GetMapping("/vendors/{code}/items")
    @Needs("vendors:read")
    Page<VendorItemView> list(@PathVariable String code, Paging paging) {
        VendorCode vendor = known(code);
        return page(paging, items.listItems(vendor, today(), after(paging), paging.fetch()));
    }

    /** The vendor's own: what was agreed with it, and nothing about what customers pay. */
    @GetMapping("/vendor/items")
    @Needs(value = "items:read", audience = Needs.Audience.VENDOR)
    Page<VendorItemView> own(Caller caller, Paging paging) {
        return page(paging, items.listItems(caller.vendorScope(), today(), after(paging), paging.fetch()));
    }

    private static String after(Paging paging) {
        Sku after = paging.after(key -> new Sku(key.getFirst()));
        return after == null ? "" : after.text();
    }

    private static Page<VendorItemView> page(Paging paging, List<VendorItem> rows) {
        return paging.page(rows, VendorItemView::of, item -> List.of(item.sku().text()));
    }

    /** CSV under a header row, each line as if it were sent alone. */
    @PostMapping("/vendors/{code}/items/import")
    @Needs("vendors:write")
    @Streaming
    ImportReport importAll(@PathVariable String code, InputStream body, Deed deed) {
        VendorCode vendor = known(code);
        CsvTable table = CsvTable.open(body, COLUMNS);
        return items.importAll(deed, vendor, table.lines(VendorItemsHttp::line));
    }

    private static ItemDraft line(CsvLine line) {
        String currency = line.text("currency", 3);
        return new ItemDraft(
                line.text("vendorSku", VENDOR_SKU_LENGTH_MAX),
                line.read("sku", Sku::new),
                line.read("unitCost", cost -> new UnitCost(Money.of(cost, currency))),
                line.read("validFrom", FieldReader::date),
                line.find("validTo", FieldReader::date),
                line.findNumber("packSize", 1, PACK_SIZE_MAX),
                line.findNumber("leadTimeDays", 0, LEAD_TIME_DAYS_MAX));
    }

    private VendorCode known(String code) {
        return vendors.findVendor(VendorsHttp.path(code))
                .orElseThrow(Declined::notFound)
                .code();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
