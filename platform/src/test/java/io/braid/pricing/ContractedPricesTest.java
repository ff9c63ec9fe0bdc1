package io.braid.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.kernel.Sku;
import io.braid.kernel.VendorCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContractedPricesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final ContractedPrices prices = braid.bean(ContractedPrices.class);

    @Test
    void only_active_vendors_items_that_are_not_discontinued_have_a_price_and_on_its_days_alone() {
        String acme = world.vendor("acme");
        Sku mug = new Sku(world.product("MUG"));
        Sku lamp = new Sku(world.product("LAMP"));
        world.item(acme, mug.text(), "7.25");
        world.vendorLocation(acme, "MEM", "38118");
        assertThat(prices.validOn(TODAY, List.of(mug))).as("not active yet").isEmpty();
        world.activate(acme);

        assertThat(prices.validOn(TODAY, List.of(mug, mug, lamp)))
                .extracting(ValidPrice::vendorSku)
                .containsExactly("V-" + mug);
        assertThat(prices.validOn(TODAY, List.of(lamp))).isEmpty();
        assertThat(prices.validOn(LocalDate.of(2025, 12, 31), List.of(mug))).isEmpty();

        JdbcClient owner = JdbcClient.create(braid.database().owner());
        owner.sql("update vendor_item set discontinued_on = :day where sku = :sku")
                .param("day", TODAY)
                .param("sku", mug.text())
                .update();
        assertThat(prices.validOn(TODAY, List.of(mug))).isEmpty();
        assertThat(prices.validOn(TODAY.minusDays(1), List.of(mug))).hasSize(1);
        World.done(braid.post("/api/v1/vendors/" + acme + "/deactivation", Map.of()));
        assertThat(prices.validOn(TODAY.minusDays(1), List.of(mug))).isEmpty();
    }

    @Test
    void every_argument_of_a_search_counts() {
        String acme = world.vendor("acme");
        Sku mug = new Sku(world.product("MUG"));
        world.item(acme, mug.text(), "7.25");
        VendorCode vendor = new VendorCode(acme);
        VendorCode other = new VendorCode(world.vendor("bolt"));
        JdbcClient app = JdbcClient.create(braid.database().app());
        ItemStore items = new ItemStore(app);
        PriceStore store = new PriceStore(app);

        assertThat(items.list(vendor, "", 1)).hasSize(1);
        assertThat(items.list(other, "", 1)).isEmpty();
        assertThat(items.list(vendor, mug.text(), 1)).isEmpty();
        assertThat(items.holders(other, List.of("V-" + mug))).isEmpty();
        assertThat(items.holders(vendor, List.of("v-" + mug))).isEmpty();
        assertThat(items.lock(other, List.of(mug))).isEmpty();
        assertThat(items.lock(vendor, List.of(new Sku("NONE")))).isEmpty();
        assertThat(store.of(vendor, List.of(mug), TODAY)).containsOnlyKeys(mug);
        assertThat(store.of(other, List.of(mug), TODAY)).isEmpty();
        assertThat(store.of(vendor, List.of(new Sku("NONE")), TODAY)).isEmpty();
        assertThat(store.existsOf(vendor, TODAY)).isTrue();
        assertThat(store.existsOf(other, TODAY)).isFalse();
    }
}
