package io.braid.pricing;

import io.braid.journal.Deed;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code contracted_price}. */
final class PriceStore {
    /** Before any day somebody could have agreed on something. */
    static final LocalDate SINCE_EVER = LocalDate.of(1, 1, 1);

    private static final Sql SQL = Sql.of("pricing/price");

    private final JdbcClient jdbc;

    PriceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ValidPrice> validOn(LocalDate day, Collection<Sku> skus) {
        return jdbc.sql(SQL.get("validOn"))
                .param("day", day)
                .param("skus", skus.stream().map(Sku::text).distinct().toArray(String[]::new))
                .query((rs, row) -> new ValidPrice(
                        rs.getObject("id", UUID.class),
                        new VendorCode(rs.getString("vendor")),
                        new Sku(rs.getString("sku")),
                        rs.getString("vendor_sku"),
                        unitCost(rs)))
                .list();
    }

    Set<VendorCode> inactive(Collection<VendorCode> vendors) {
        return new HashSet<>(jdbc.sql(SQL.get("inactive"))
                .param("vendors", vendors.stream().map(VendorCode::text).toArray(String[]::new))
                .query((rs, row) -> new VendorCode(rs.getString("code")))
                .list());
    }

    /** The prices of these items that hold on that day or later, in order of their days. */
    Map<Sku, List<ContractedPrice>> of(VendorCode vendor, Collection<Sku> skus, LocalDate since) {
        Map<Sku, List<ContractedPrice>> prices = new HashMap<>();
        jdbc.sql(SQL.get("of"))
                .param("vendor", vendor.text())
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .param("since", since)
                .query((rs, row) -> prices.computeIfAbsent(new Sku(rs.getString("sku")), sku -> new ArrayList<>())
                        .add(price(rs)))
                .list();
        return prices;
    }

    /** Every price of an item that begins after that day, ended ones too. */
    List<AgreedPrice> listPrices(VendorCode vendor, Sku sku, LocalDate after, int limit) {
        return jdbc.sql(SQL.get("listPrices"))
                .param("vendor", vendor.text())
                .param("sku", sku.text())
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> new AgreedPrice(
                        price(rs),
                        rs.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether the vendor has an item with a price that holds on that day or later. */
    boolean existsOf(VendorCode vendor, LocalDate since) {
        return jdbc.sql(SQL.get("existsOf"))
                .param("vendor", vendor.text())
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    /** Gives prices their last days, and remembers for the sake of which other one. */
    void end(List<ItemPlan> plans) {
        Columns<ItemPlan> columns = Columns.of(plans);
        jdbc.sql(SQL.get("end"))
                .param(
                        "ids",
                        columns.texts(
                                plan -> plan.ending().orElseThrow().price().id()))
                .param(
                        "lastDays",
                        columns.texts(plan -> plan.ending().orElseThrow().lastDay()))
                .param("cutBys", columns.texts(ItemPlan::cutBy))
                .update();
    }

    /** Changes prices that have not begun: no purchase order carries them. */
    void correct(Deed deed, List<ItemPlan> plans) {
        Columns<ItemPlan> columns = Columns.of(plans);
        jdbc.sql(SQL.get("correct"))
                .param("ids", columns.texts(plan -> plan.price().id()))
                .param(
                        "costs",
                        columns.texts(plan -> plan.price().unitCost().money().text()))
                .param("tos", columns.texts(plan -> plan.price().validTo()))
                .param("at", deed.at().toString())
                .param("by", deed.actor().id())
                .update();
    }

    /** Removes a price that has not begun; the one that ended for its sake goes on until the next begins. */
    void withdraw(VendorItem item, ContractedPrice price) {
        jdbc.sql(SQL.get("withdraw")).param("id", price.id()).update();
        jdbc.sql(SQL.get("resume"))
                .param("withdrawn", price.id())
                .param("vendor", item.vendor().text())
                .param("sku", item.sku().text())
                .param("from", price.validFrom())
                .update();
    }

    void insert(Deed deed, VendorCode vendor, List<ItemPlan> plans) {
        Columns<ItemPlan> columns = Columns.of(plans);
        jdbc.sql(SQL.get("insert"))
                .param("vendor", vendor.text())
                .param("ids", columns.texts(plan -> plan.price().id()))
                .param("skus", columns.texts(plan -> plan.draft().sku()))
                .param(
                        "costs",
                        columns.texts(plan -> plan.price().unitCost().money().text()))
                .param(
                        "currencies",
                        columns.texts(plan -> plan.price().unitCost().money().currency()))
                .param("froms", columns.texts(plan -> plan.price().validFrom()))
                .param("tos", columns.texts(plan -> plan.price().validTo()))
                .param("at", deed.at().toString())
                .param("by", deed.actor().id())
                .update();
    }

    private static ContractedPrice price(ResultSet rs) throws SQLException {
        return new ContractedPrice(
                rs.getObject("id", UUID.class),
                unitCost(rs),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }

    private static UnitCost unitCost(ResultSet rs) throws SQLException {
        return UnitCost.of(rs.getString("unit_cost"), rs.getString("currency"));
    }
}
