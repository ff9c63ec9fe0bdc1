package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statement that reads one page of shipments: the text that walks the index made for what is filtered by. Within
 * one state and one mark an index is in the order of the list, so a page costs its rows and not the table's. Marks of
 * open steps lag behind the clock by one sweep; so rows are judged by the clock, and those that have crossed a line
 * since are looked up beside.
 */
final class ShipmentListStore {
    private static final Sql SQL = Sql.of("fulfillment/shipment_list");

    /** What crosses between two sweeps is less; when it is more the sweep has been away. */
    private static final int UNTOLD_MAX = 1_000;

    private static final int ON_TIME = 0;
    private static final int AT_RISK = 1;
    private static final int OVERDUE = 2;

    private final JdbcClient jdbc;
    private final ShipmentQuery query;

    ShipmentListStore(JdbcClient jdbc, ShipmentQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    JdbcClient.StatementSpec page() {
        return filtered(jdbc.sql(text()));
    }

    private String text() {
        String keys = SQL.get(keys());
        if (query.slaStatus() == null || query.order() != null) {
            return "with keys as (" + keys + ") " + SQL.get("rows");
        }
        if (sweepIsBehind()) {
            return "with keys as (" + SQL.get("withoutMarks") + ") " + SQL.get("rows");
        }
        return "with untold as (" + SQL.get("untold") + "), keys as (" + keys + ' ' + SQL.get("untoldOf") + ") "
                + SQL.get("rows");
    }

    private String keys() {
        if (query.order() != null) {
            return "ofOrder";
        }
        if (query.locations() != null) {
            return "byLocation";
        }
        if (query.vendor() != null) {
            return "byVendor";
        }
        return query.state() == null && query.slaStatus() == null ? "all" : "byState";
    }

    private boolean sweepIsBehind() {
        return filtered(jdbc.sql("with untold as (" + SQL.get("untold") + ") " + SQL.get("countUntold")))
                        .query(Integer.class)
                        .single()
                >= UNTOLD_MAX;
    }

    private JdbcClient.StatementSpec filtered(JdbcClient.StatementSpec statement) {
        ShipmentNumber after = query.after();
        List<Shelf> shelves = shelves();
        return statement
                .param("afterOrder", after == null ? 0L : after.order().value())
                .param("afterSequence", after == null ? 0 : after.sequence())
                .param("states", shelves.stream().map(s -> s.state().name()).toArray(String[]::new))
                .param("marks", shelves.stream().mapToInt(Shelf::mark).toArray())
                .param("slaStatus", text(query.slaStatus()))
                .param("locations", locations())
                .param("vendor", text(query.vendor()))
                .param("order", query.order() == null ? null : query.order().value())
                .param("now", query.now().toString())
                .param("untoldMax", UNTOLD_MAX)
                .param("limit", query.limit());
    }

    private String @Nullable [] locations() {
        return query.locations() == null
                ? null
                : query.locations().stream().map(LocationCode::text).distinct().toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** A state and a mark: where an index keeps rows together. */
    private record Shelf(ShipmentState state, int mark) {}

    private List<Shelf> shelves() {
        List<Shelf> shelves = new ArrayList<>();
        for (ShipmentState state :
                query.state() == null ? Arrays.asList(ShipmentState.values()) : List.of(query.state())) {
            for (int mark : marks(state)) {
                shelves.add(new Shelf(state, mark));
            }
        }
        return shelves;
    }

    private int[] marks(ShipmentState state) {
        SlaStatus status = query.slaStatus();
        if (status == null) {
            return isOpen(state) ? new int[] {ON_TIME, AT_RISK, OVERDUE} : new int[] {ON_TIME, OVERDUE};
        }
        return switch (status) {
            case ON_TIME -> new int[] {ON_TIME};
            case AT_RISK -> isOpen(state) ? new int[] {AT_RISK} : new int[0];
            case OVERDUE -> new int[] {OVERDUE};
        };
    }

    private static boolean isOpen(ShipmentState state) {
        return switch (state) {
            case READY, ACKNOWLEDGED, PARTIALLY_SHIPPED -> true;
            case SHIPPED, CANCELED, REASSIGNED -> false;
        };
    }
}
