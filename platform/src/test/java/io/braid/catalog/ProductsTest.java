package io.braid.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.BraidUnderTest;
import io.braid.catalog.ProductRefusal.ProductNotFound;
import io.braid.catalog.ProductRefusal.SkuTaken;
import io.braid.catalog.ProductRefusal.UpcTaken;
import io.braid.catalog.ProductRefusal.VersionConflict;
import io.braid.journal.Deed;
import io.braid.journal.Journal;
import io.braid.journal.RecordedEntry;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final Upc MUG_UPC = Upc.parse("4006381333931");
    private static final Upc LAMP_UPC = Upc.parse("036000291452");
    private static final Upc RUG_UPC = Upc.parse("96385074");

    private static final BraidUnderTest BRAID = BraidUnderTest.start();
    private final Products products = BRAID.bean(Products.class);
    private final Deed deed =
            new Deed(new Deed.Actor("API_KEY", "test"), BRAID.clock().instant(), "API", "c-1");

    @Test
    void creates_changes_and_finds_by_sku_alone() {
        ProductDraft mug = draft("MUG", MUG_UPC, "Mug");
        assertThat(products.create(deed, mug)).isEqualTo(Outcome.done(mug.as(1)));
        assertThat(products.findAll(List.of(mug.sku(), new Sku("mug"), new Sku("NOPE"))))
                .isEqualTo(Map.of(mug.sku(), mug.as(1)));

        ProductDraft renamed = draft("MUG", MUG_UPC, "Large mug");
        assertThat(products.change(deed, renamed, OptionalInt.of(1))).isEqualTo(Outcome.done(renamed.as(2)));
        assertThat(products.change(deed, renamed, OptionalInt.empty())).isEqualTo(Outcome.done(renamed.as(2)));
        assertThat(products.change(deed, mug, OptionalInt.of(1)))
                .isEqualTo(Outcome.refused(new VersionConflict(mug.sku(), 1, 2)));

        List<RecordedEntry> entries = BRAID.bean(Journal.class).listEntries(Subject.of("product", "MUG"), 0, 10);
        assertThat(entries).extracting(RecordedEntry::type).containsExactly("ProductCreated", "ProductChanged");
    }

    @Test
    void gives_each_key_to_one_product() {
        ProductDraft lamp = draft("LAMP", LAMP_UPC, "Lamp");
        ProductDraft rug = draft("RUG", RUG_UPC, "Rug");
        products.create(deed, lamp).orThrow();
        products.create(deed, rug).orThrow();

        assertThat(products.create(deed, lamp)).isEqualTo(Outcome.refused(new SkuTaken(lamp.sku())));
        assertThat(products.create(deed, draft("OTHER", LAMP_UPC, "Other")))
                .isEqualTo(Outcome.refused(new UpcTaken(LAMP_UPC, lamp.sku())));
        assertThat(products.change(deed, draft("RUG", LAMP_UPC, "Rug"), OptionalInt.empty()))
                .isEqualTo(Outcome.refused(new UpcTaken(LAMP_UPC, lamp.sku())));
        Sku absent = new Sku("ABSENT");
        assertThat(products.change(deed, draft("ABSENT", LAMP_UPC, "x"), OptionalInt.empty()))
                .isEqualTo(Outcome.refused(new ProductNotFound(absent)));
    }

    private static ProductDraft draft(String sku, Upc upc, String name) {
        return new ProductDraft(
                new Sku(sku),
                upc,
                name,
                500,
                UnitCost.of("3.25", "USD"),
                Map.of("hazmat", true, "tags", List.of("a")),
                false);
    }
}
