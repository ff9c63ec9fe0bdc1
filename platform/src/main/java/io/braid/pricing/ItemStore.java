package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code vendor_item}. Every statement names the vendor whose rows it is about. */
final class ItemStore {
    private static final Sql SQL = Sql.of("pricing/item");

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order of SKU, without their prices. */
    List<VendorItem> list(VendorCode vendor, String after, int limit) {
        return jdbc.sql(SQL.get("list"))
                .param("vendor", vendor.text())
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> item(rs))
                .list();
    }

    /** Those of these products that are items of the vendor or were offered by it: it knows them by our SKUs. */
    Set<Sku> known(VendorCode vendor, Collection<Sku> skus) {
        return new HashSet<>(jdbc.sql(SQL.get("known"))
                .param("vendor", vendor.text())
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .query((rs, row) -> new Sku(rs.getString("sku")))
                .list());
    }

    /** Which product each of these numbers of the vendor names. */
    Map<String, Sku> holders(VendorCode vendor, Collection<String> vendorSkus) {
        Map<String, Sku> holders = new HashMap<>();
        jdbc.sql(SQL.get("holders"))
                .param("vendor", vendor.text())
                .param("vendorSkus", vendorSkus.toArray(String[]::new))
                .query((rs, row) -> holders.put(rs.getString("vendor_sku"), new Sku(rs.getString("sku"))))
                .list();
        return holders;
    }

    /** Inserts the items of products that the vendor has none of; answers these products. */
    Set<Sku> insertMissing(VendorCode vendor, List<ItemDraft> drafts, Instant at) {
        Columns<ItemDraft> columns = Columns.of(drafts);
        return new HashSet<>(jdbc.sql(SQL.get("insertMissing"))
                .param("vendor", vendor.text())
                .param("skus", columns.texts(ItemDraft::sku))
                .param("vendorSkus", columns.texts(ItemDraft::vendorSku))
                .param("packSizes", columns.ints(draft -> Objects.requireNonNullElse(draft.packSize(), 1)))
                .param("leadTimes", columns.ints(draft -> Objects.requireNonNullElse(draft.leadTimeDays(), 0)))
                .param("discontinued", columns.texts(ItemDraft::discontinuedOn))
                .param("at", at.toString())
                .query((rs, row) -> new Sku(rs.getString("sku")))
                .list());
    }

    /** The items as they are, locked in sorted order until the end of the transaction; without their prices. */
    Map<Sku, VendorItem> lock(VendorCode vendor, Collection<Sku> skus) {
        Map<Sku, VendorItem> locked = new HashMap<>();
        jdbc.sql(SQL.get("lock"))
                .param("vendor", vendor.text())
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .query((rs, row) -> item(rs))
                .list()
                .forEach(item -> locked.put(item.sku(), item));
        return locked;
    }

    /** Writes locked items at the versions they carry. */
    void update(VendorCode vendor, List<VendorItem> items, Instant at) {
        Columns<VendorItem> columns = Columns.of(items);
        jdbc.sql(SQL.get("update"))
                .param("vendor", vendor.text())
                .param("skus", columns.texts(VendorItem::sku))
                .param("vendorSkus", columns.texts(VendorItem::vendorSku))
                .param("packSizes", columns.ints(VendorItem::packSize))
                .param("leadTimes", columns.ints(VendorItem::leadTimeDays))
                .param("discontinued", columns.texts(VendorItem::discontinuedOn))
                .param("versions", columns.ints(VendorItem::version))
                .param("at", at.toString())
                .update();
    }

    private static VendorItem item(ResultSet rs) throws SQLException {
        return new VendorItem(
                new VendorCode(rs.getString("vendor")),
                rs.getString("vendor_sku"),
                new Sku(rs.getString("sku")),
                new Upc(rs.getString("upc")),
                rs.getString("name"),
                rs.getInt("pack_size"),
                rs.getInt("lead_time_days"),
                rs.getObject("discontinued_on", LocalDate.class),
                List.of(),
                rs.getInt("version"));
    }
}
