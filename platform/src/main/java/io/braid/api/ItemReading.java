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

    /** For the operator, who may name any product; one that is not there is a fault like others. */
    static ItemDraft draft(ItemBody body, Products products) {
        Faults faults = new Faults();
        Upc upc = body.upc() == null ? null : faults.optional("/upc", body.upc(), Upc::parse);
        Sku found = upc == null ? null : products.skusOf(List.of(upc)).get(upc);
        if (upc != null && found == null) {
            faults.add("/upc", "there is no product with the UPC " + upc.digits());
        }
        return switch (line(body, faults)) {
            case ItemLine.OfSku(ItemDraft draft) -> draft;
            case ItemLine.OfUpc(var _, var draft) -> draft.apply(Faults.known(found));
        };
    }

    /** For a vendor, whose products are looked up by the one who knows what it may name. */
    static ItemLine offer(ItemBody body) {
        Faults faults = new Faults();
        if (body.upc() != null) {
            faults.optional("/upc", body.upc(), Upc::parse);
        }
        return line(body, faults);
    }

    private static ItemLine line(ItemBody body, Faults faults) {
        String vendorSku = vendorSku(faults, body.vendorSku());
        Sku sku = body.upc() == null ? faults.read("/sku", body.sku(), Sku::new) : null;
        if (body.upc() != null && body.sku() != null) {
            faults.add("/upc", "sku names the product already: give one of them");
        }
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
        Function<Sku, ItemDraft> draft = named -> new ItemDraft(
                Faults.known(vendorSku),
                named,
                Faults.known(cost),
                Faults.known(from),
                to,
                packSize,
                leadTime,
                discontinued);
        return body.upc() == null
                ? new ItemLine.OfSku(draft.apply(Faults.known(sku)))
                : new ItemLine.OfUpc(Upc.parse(body.upc()), draft);
    }

    static @Nullable String vendorSku(Faults faults, @Nullable String text) {
        String given = faults.text("/vendorSku", text, VENDOR_SKU_LENGTH_MAX);
        return faults.optional("/vendorSku", given, ItemReading::noFormula);
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
