package io.braid.criteria;

import io.braid.kernel.PostalCode;
import io.braid.routing.Lexicon;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one batch in memory: what an order's question is given. */
public final class BatchRows {
    /** For strategies that name no table. */
    public static final BatchRows NONE = new BatchRows(Map.of());

    private final Map<Place, Object> values;

    private BatchRows(Map<Place, Object> values) {
        this.values = values;
    }

    private record Place(String table, String location, String sku, String postalCode) {}

    static BatchRows of(List<RowStore.Hit> hits, Map<String, CriteriaTable> tables) {
        Map<Place, Object> values = new HashMap<>();
        for (RowStore.Hit hit : hits) {
            CriteriaTable table = tables.get(hit.table());
            if (table != null) {
                String code = hit.country().isEmpty() ? "" : hit.country() + " " + hit.code();
                values.put(new Place(hit.table(), hit.location(), hit.sku(), code), value(table.kind(), hit.value()));
            }
        }
        return new BatchRows(values);
    }

    private static Object value(Lexicon.@Nullable Kind kind, @Nullable String text) {
        if (kind == null || text == null) {
            return true;
        }
        return switch (kind) {
            case TEXT -> text;
            case NUMBER -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }

    /** What holds for an order that goes there; to a place without a postal code no range applies. */
    public Lexicon.Rows at(@Nullable PostalCode destination) {
        if (values.isEmpty()) {
            return Lexicon.Rows.NONE;
        }
        String code = String.valueOf(destination);
        return (table, location, sku) -> {
            boolean byPostalCode = location == null && sku == null;
            return values.get(new Place(
                    table, location == null ? "" : location, sku == null ? "" : sku, byPostalCode ? code : ""));
        };
    }
}
