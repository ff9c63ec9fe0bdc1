package io.braid.catalog;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.store.Columns;
import io.braid.store.Json;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code product}. Every statement takes many rows; one is a list of one. */
final class ProductStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("catalog/product");

    ProductStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Sku, Product> findAll(Collection<Sku> skus) {
        Map<Sku, Product> found = new HashMap<>();
        jdbc.sql(sql.get("findAll"))
                .param("skus", skus.stream().map(Sku::text).distinct().toArray(String[]::new))
                .query((rs, row) -> product(rs))
                .list()
                .forEach(product -> found.put(product.sku(), product));
        return found;
    }

    List<Product> list(ProductFilter filter, String after, int limit) {
        return jdbc.sql(sql.get("list"))
                .param("after", after)
                .param("sku", filter.sku() == null ? null : filter.sku().text())
                .param("upc", filter.upc() == null ? null : filter.upc().digits())
                .param("limit", limit)
                .query((rs, row) -> product(rs))
                .list();
    }

    /** Locks the row until the end of the transaction. */
    Optional<Integer> lockVersion(Sku sku) {
        return jdbc.sql(sql.get("lockVersion"))
                .param("sku", sku.text())
                .query(Integer.class)
                .optional();
    }

    Map<Upc, Sku> holders(Collection<Upc> upcs) {
        Map<Upc, Sku> holders = new HashMap<>();
        jdbc.sql(sql.get("holders"))
                .param("upcs", upcs.stream().map(Upc::digits).toArray(String[]::new))
                .query((rs, row) -> holders.put(new Upc(rs.getString("upc")), new Sku(rs.getString("sku"))))
                .list();
        return holders;
    }

    /** Inserts those whose SKU and GTIN are free; answers the versions of these alone. */
    Map<Sku, Integer> insertMissing(List<ProductDraft> drafts, Instant at) {
        return write("insertMissing", drafts, at);
    }

    /** Inserts or changes; answers the new versions of those that are new or different. */
    Map<Sku, Integer> upsert(List<ProductDraft> drafts, Instant at) {
        return write("upsert", drafts, at);
    }

    private Map<Sku, Integer> write(String statement, List<ProductDraft> drafts, Instant at) {
        Columns<ProductDraft> columns = Columns.of(drafts);
        Map<Sku, Integer> versions = new HashMap<>();
        jdbc.sql(sql.get(statement))
                .param("skus", columns.texts(ProductDraft::sku))
                .param("upcs", columns.texts(ProductDraft::upc))
                .param("names", columns.texts(ProductDraft::name))
                .param("weights", columns.ints(ProductDraft::weightGrams))
                .param("costs", columns.texts(ProductStore::amount))
                .param("currencies", columns.texts(ProductStore::currency))
                .param("attributes", columns.texts(draft -> Json.write(draft.attributes())))
                .param("together", columns.texts(ProductDraft::keepTogether))
                .param("at", at.toString())
                .query((rs, row) -> versions.put(new Sku(rs.getString("sku")), rs.getInt("version")))
                .list();
        return versions;
    }

    private static @Nullable String amount(ProductDraft draft) {
        return draft.unitCost() == null ? null : draft.unitCost().money().text();
    }

    private static @Nullable String currency(ProductDraft draft) {
        return draft.unitCost() == null
                ? null
                : draft.unitCost().money().currency().getCurrencyCode();
    }

    private static Product product(ResultSet rs) throws SQLException {
        String cost = rs.getString("unit_cost");
        return new Product(
                new Sku(rs.getString("sku")),
                new Upc(rs.getString("upc")),
                rs.getString("name"),
                rs.getInt("weight_grams"),
                cost == null ? null : UnitCost.of(cost, rs.getString("cost_currency")),
                Json.readMap(rs.getString("attributes")),
                rs.getBoolean("keep_together"),
                rs.getInt("version"));
    }
}
