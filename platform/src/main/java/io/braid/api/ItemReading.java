package io.braid.api;

import io.braid.api.CsvTable.CsvColumns;
import io.braid.catalog.Products;
import io.braid.kernel.Money;
import io.braid.kernel.Sku;
import io.braid.kernel.Texts;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.pricing.ItemDraft;
import io.braid.pricing.ItemLine;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads items and their prices from requests and files, of the operator and of vendors alike. A product is named by its
 * SKU or its GTIN, by one of them alone. A vendor's number that a spreadsheet would run as a formula is refused: it
 * would be exported again.
 */
final class ItemReading {
    static final CsvColumns COLUMNS = CsvColumns.of(
            List.of("vendorSku", "unitCost", "currency", "validFrom"),
            List.of("sku", "upc", "validTo", "packSize", "leadTimeDays", "discontinuedOn"));

    static final int VENDOR_SKU_LENGTH_MAX = 80;
    static final int PACK_SIZE_MAX = 1_000_000;
    static final int LEAD_TIME_DAYS_MAX = 3_650;

    private ItemReading() {}

    record ItemBody(
            @Nullable String vendorSku,
            @Nullable String sku,
            @Nullable String upc,
            @Nullable MoneyField unitCost,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable Integer packSize,
            @Nullable Integer leadTimeDays,
            @Nullable String discontinuedOn) {}

    static ItemDraft draft(ItemBody body, Products products) {
        Faults faults = new Faults();
        String vendorSku = vendorSku(faults, body.vendorSku());
        Sku sku = product(faults, body, products);
        faults.required("/unitCost", body.unitCost());
        UnitCost cost = Costs.read(faults, "/unitCost", body.unitCost());
        LocalDate from = faults.read("/validFrom", body.validFrom(), FieldReader::date);
        LocalDate to = faults.optional("/validTo", body.validTo(), FieldReader::date);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add("/validTo", to + " is before validFrom " + from);
        }
        Integer packSize = bounded(faults, "/packSize", body.packSize(), 1, PACK_SIZE_MAX);
        Integer leadTime = bounded(faults, "/leadTimeDays", body.leadTimeDays(), 0, LEAD_TIME_DAYS_MAX);
        LocalDate discontinued = faults.optional("/discontinuedOn", body.discontinuedOn(), FieldReader::date);
        faults.refuseIfAny();
        return new ItemDraft(
                Faults.known(vendorSku),
                Faults.known(sku),
                Faults.known(cost),
                Faults.known(from),
                to,
                packSize,
                leadTime,
                discontinued);
    }

    static @Nullable String vendorSku(Faults faults, @Nullable String text) {
        String given = faults.text("/vendorSku", text, VENDOR_SKU_LENGTH_MAX);
        return faults.optional("/vendorSku", given, ItemReading::noFormula);
    }

    private static @Nullable Sku product(Faults faults, ItemBody body, Products products) {
        if (body.upc() == null) {
            return faults.read("/sku", body.sku(), Sku::new);
        }
        if (body.sku() != null) {
            faults.add("/upc", "sku names the product already: give one of them");
            return null;
        }
        Upc upc = faults.optional("/upc", body.upc(), Upc::parse);
        if (upc == null) {
            return null;
        }
        Sku sku = products.skusOf(List.of(upc)).get(upc);
        if (sku == null) {
            faults.add("/upc", "there is no product with the UPC " + upc.digits());
        }
        return sku;
    }

    static @Nullable Integer bounded(Faults faults, String pointer, @Nullable Integer value, int min, int max) {
        return value == null ? null : Integer.valueOf(faults.number(pointer, value, min, max));
    }

    static ItemLine line(CsvLine line) {
        String vendorSku = noFormula(line.text("vendorSku", VENDOR_SKU_LENGTH_MAX));
        String currency = line.text("currency", 3);
        UnitCost cost = line.read("unitCost", text -> new UnitCost(Money.of(text, currency)));
        LocalDate from = line.read("validFrom", FieldReader::date);
        LocalDate to = line.find("validTo", FieldReader::date);
        Integer packSize = line.findNumber("packSize", 1, PACK_SIZE_MAX);
        Integer leadTime = line.findNumber("leadTimeDays", 0, LEAD_TIME_DAYS_MAX);
        LocalDate discontinued = line.find("discontinuedOn", FieldReader::date);
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("validTo " + to + " is before validFrom " + from);
        }
        Function<Sku, ItemDraft> draft =
                sku -> new ItemDraft(vendorSku, sku, cost, from, to, packSize, leadTime, discontinued);
        Upc upc = line.find("upc", Upc::parse);
        Sku sku = line.find("sku", Sku::new);
        if ((upc == null) == (sku == null)) {
            throw new IllegalArgumentException("the product is named by sku or by upc: give one of them");
        }
        return sku == null ? new ItemLine.OfUpc(Faults.known(upc), draft) : new ItemLine.OfSku(draft.apply(sku));
    }

    /** What Excel and its kin would calculate instead of show. */
    private static String noFormula(String text) {
        String plain = text.strip();
        if (!plain.isEmpty() && "=+-@|%".indexOf(plain.charAt(0)) >= 0) {
            throw new IllegalArgumentException("'" + Texts.shown(plain)
                    + "' begins as a spreadsheet's formula does; a number for an item begins with none of = + - @ | %");
        }
        return plain;
    }
}
