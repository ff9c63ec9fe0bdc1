package io.braid.api;

import io.braid.api.ItemReading.ItemBody;
import io.braid.catalog.Products;
import io.braid.journal.Deed;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.pricing.AgreedPrice;
import io.braid.pricing.ContractedPrice;
import io.braid.pricing.ItemEdit;
import io.braid.pricing.VendorItem;
import io.braid.pricing.VendorItems;
import io.braid.pricing.VendorItems.Agreed;
import io.braid.pricing.VendorItems.Change;
import io.braid.store.ImportReport;
import io.braid.vendor.Vendors;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a vendor calls our products and what was agreed about their cost; written by the operator, read by both. */
@RestController
@RequestMapping("/api/v1")
final class VendorItemsHttp {
    private final VendorItems items;
    private final Products products;
    private final Vendors vendors;
    private final Clock clock;

    VendorItemsHttp(VendorItems items, Products products, Vendors vendors, Clock clock) {
        this.items = items;
        this.products = products;
        this.vendors = vendors;
        this.clock = clock;
    }

    record EditBody(
            @Nullable String vendorSku,
            @Nullable Integer packSize,
            @Nullable Integer leadTimeDays,
            @Nullable String discontinuedOn,
            @Nullable Integer expectedVersion) {}

    /** 201 when something was agreed on, 200 when it had been before. */
    @PostMapping("/vendors/{code}/items")
    @Needs("items:write")
    ResponseEntity<VendorItemView> agree(@PathVariable String code, @RequestBody ItemBody body, Deed deed) {
        VendorCode vendor = VendorsHttp.path(code);
        Agreed agreed = Answers.of(items.agree(deed, vendor, ItemReading.draft(body, products)));
        VendorItemView view = VendorItemView.of(agreed.item(), agreed.price());
        return agreed.change() == Change.UNCHANGED
                ? Answers.versioned(view, agreed.item().version())
                : Answers.created(
                        "/api/v1/vendors/" + vendor + "/items",
                        view,
                        agreed.item().version());
    }

    /** The item without its prices: what is left out of packSize and leadTimeDays is one unit and no days. */
    @PutMapping("/vendors/{code}/items/{sku}")
    @Needs("items:write")
    ResponseEntity<VendorItemView> edit(
            @PathVariable String code,
            @PathVariable String sku,
            @RequestBody EditBody body,
            IfMatch ifMatch,
            Deed deed) {
        Faults faults = new Faults();
        String vendorSku = ItemReading.vendorSku(faults, body.vendorSku());
        Integer packSize = ItemReading.bounded(faults, "/packSize", body.packSize(), 1, ItemReading.PACK_SIZE_MAX);
        Integer leadTime =
                ItemReading.bounded(faults, "/leadTimeDays", body.leadTimeDays(), 0, ItemReading.LEAD_TIME_DAYS_MAX);
        LocalDate discontinued = faults.optional("/discontinuedOn", body.discontinuedOn(), FieldReader::date);
        faults.refuseIfAny();
        ItemEdit edit = new ItemEdit(
                sku(sku),
                Faults.known(vendorSku),
                Objects.requireNonNullElse(packSize, 1),
                Objects.requireNonNullElse(leadTime, 0),
                discontinued);
        VendorItem item =
                Answers.of(items.edit(deed, VendorsHttp.path(code), edit, ifMatch.or(body.expectedVersion())));
        return Answers.versioned(VendorItemView.of(item.since(today())), item.version());
    }

    /** Takes back a price that has not begun; the price that it ended goes on as it was agreed. */
    @DeleteMapping("/vendors/{code}/items/{sku}/prices/{validFrom}")
    @Needs("items:write")
    ResponseEntity<VendorItemView> withdrawPrice(
            @PathVariable String code,
            @PathVariable String sku,
            @PathVariable String validFrom,
            IfMatch ifMatch,
            Deed deed) {
        VendorItem.Key key = new VendorItem.Key(VendorsHttp.path(code), sku(sku));
        VendorItem item = Answers.of(items.withdrawPrice(deed, key, day(validFrom), ifMatch.or(null)));
        return Answers.versioned(VendorItemView.of(item.since(today())), item.version());
    }

    private static LocalDate day(String text) {
        try {
            return FieldReader.date(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }

    static Sku sku(String text) {
        try {
            return new Sku(text);
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }

    /** Every price that was ever agreed on, ended ones too. */
    @GetMapping("/vendors/{code}/items/{sku}/prices")
    @Needs("items:read")
    Page<AgreedView> prices(@PathVariable String code, @PathVariable String sku, Paging paging) {
        VendorCode vendor = known(code);
        return AgreedView.page(paging, items.listPrices(vendor, sku(sku), AgreedView.after(paging), paging.fetch()));
    }

    @GetMapping("/vendor/items/{sku}/prices")
    @Needs(value = "items:read", audience = Needs.Audience.VENDOR)
    Page<AgreedView> ownPrices(@PathVariable String sku, Caller caller, Paging paging) {
        return AgreedView.page(
                paging, items.listPrices(caller.vendorScope(), sku(sku), AgreedView.after(paging), paging.fetch()));
    }

    record AgreedView(
            UnitCost unitCost,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant agreedAt) {
        static Page<AgreedView> page(Paging paging, List<AgreedPrice> rows) {
            return paging.page(
                    rows, AgreedView::of, row -> List.of(row.price().validFrom().toString()));
        }

        static LocalDate after(Paging paging) {
            LocalDate after = paging.after(key -> FieldReader.date(key.getFirst()));
            return after == null ? VendorItems.sinceEver() : after;
        }

        private static AgreedView of(AgreedPrice agreed) {
            ContractedPrice price = agreed.price();
            return new AgreedView(price.unitCost(), price.validFrom(), price.validTo(), agreed.agreedAt());
        }
    }

    @GetMapping("/vendors/{code}/items")
    @Needs("items:read")
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
    @Needs("items:write")
    @Streaming
    ImportReport importAll(@PathVariable String code, InputStream body, Deed deed) {
        VendorCode vendor = known(code);
        CsvTable table = CsvTable.open(body, ItemReading.COLUMNS);
        return items.importAll(deed, vendor, table.lines(ItemReading::line));
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
