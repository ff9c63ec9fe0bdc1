package io.braid.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.TestDatabase;
import io.braid.store.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What asking for an order's stock reads: rows of its products, however many other locations there are. */
class OffersPlanTest {
    private static final TestDatabase DATABASE = TestDatabase.freshDatabase();
    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @Test
    void the_rows_read_for_an_order_do_not_grow_with_locations_that_do_not_hold_its_products() {
        network(1, 200);
        long small = rowsRead("offersAndBarred");
        long smallOffers = rowsRead("offers");
        network(201, 6_000);
        long large = rowsRead("offersAndBarred");

        assertThat(small).isPositive();
        assertThat(large).isEqualTo(small);
        assertThat(rowsRead("offers")).isEqualTo(smallOffers);
    }

    /** The first ten locations hold the order's products, all others two hundred other ones. */
    private void network(int first, int last) {
        if (first == 1) {
            owner.sql("insert into product (sku, upc, name, created_at, updated_at) select 'P' || n, "
                            + "lpad(n::text, 14, '0'), 'Thing', now(), now() from generate_series(1, 203) n")
                    .update();
        }
        owner.sql("insert into location (code, name, kind, address_name, line1, city, region, postal_code, country, "
                        + "latitude, longitude, time_zone, fulfillment_types, created_at, updated_at) "
                        + "select 'L' || n, 'L', 'STORE', 'L', '1 Main St', 'Memphis', 'TN', '38103', 'US', 35, -90, "
                        + "'UTC', '{SHIP}', now(), now() from generate_series(:first, :last) n")
                .param("first", first)
                .param("last", last)
                .update();
        owner.sql("insert into position (sku, location, on_hand, source, as_of, updated_at) "
                        + "select 'P' || case when l <= 10 then p else 3 + (l * 7 + p) % 200 + 1 end, 'L' || l, 5, "
                        + "'API', now(), now() from generate_series(:first, :last) l, generate_series(1, 3) p")
                .param("first", first)
                .param("last", last)
                .update();
        owner.sql("analyze position").update();
        owner.sql("analyze location").update();
    }

    /** The rows that the scans of the plan touched, kept or not. */
    private long rowsRead(String statement) {
        String plan = owner.sql("explain (analyze, format json) "
                        + Sql.of("inventory/stock").get(statement))
                .param("skus", new String[] {"P1", "P2", "P3"})
                .param("at", "2026-11-23T17:00:00Z")
                .query(String.class)
                .single();
        return rows(JsonMapper.shared().readTree(plan).at("/0/Plan"));
    }

    private static long rows(JsonNode step) {
        long rows = 0;
        if (step.has("Relation Name")) {
            double loops = step.at("/Actual Loops").asDouble();
            double each = step.at("/Actual Rows").asDouble()
                    + step.at("/Rows Removed by Filter").asDouble(0)
                    + step.at("/Rows Removed by Index Recheck").asDouble(0);
            rows = Math.round(each * loops);
        }
        for (JsonNode child : step.at("/Plans")) {
            rows += rows(child);
        }
        return rows;
    }
}
