package io.braid.api;

import io.braid._support.BraidUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three products and whatever locations a test of stock asks for, under names of its own. */
record Shelves(BraidUnderTest braid, JdbcClient owner, String prefix) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Shelves of(BraidUnderTest braid) {
        int number = COUNT.incrementAndGet();
        Shelves shelves = new Shelves(braid, JdbcClient.create(braid.database().owner()), "H" + number + "-");
        shelves.owner
                .sql(
                        "insert into product (sku, upc, name, created_at, updated_at) "
                                + "select :prefix || 'P' || n, body || (select (10 - sum(substr(body, i, 1)::int "
                                + "* case when i % 2 = 1 then 3 else 1 end) % 10) % 10 from generate_series(1, 13) i), "
                                + "'Thing', now(), now() "
                                + "from generate_series(0, 2) n, lpad((9000000000000 + :number * 10 + n)::text, 13, '0') as body")
                .param("prefix", shelves.prefix)
                .param("number", number)
                .update();
        return shelves;
    }

    String sku(int product) {
        return prefix + "P" + product;
    }

    String location(String name, @Nullable String vendor, double latitude, double longitude) {
        owner.sql("insert into location (code, name, kind, vendor, address_name, line1, city, region, postal_code, "
                        + "country, latitude, longitude, time_zone, fulfillment_types, created_at, updated_at) values "
                        + "(:code, :code, case when :vendor::text is null then 'STORE' else 'VENDOR' end, :vendor, "
                        + "'Shelf', '1 Main St', 'Town', 'TN', '38103', 'US', :latitude, :longitude, "
                        + "'America/Chicago', '{SHIP}', now(), now())")
                .param("code", prefix + name)
                .param("vendor", vendor)
                .param("latitude", latitude)
                .param("longitude", longitude)
                .update();
        return prefix + name;
    }

    /** A country of its own with one place in it. */
    void postalCode(String country, String code, double latitude, double longitude) {
        owner.sql("insert into postal_code (country, code, place, region, latitude, longitude) "
                        + "values (:country, :code, 'Place', 'R', :latitude, :longitude) on conflict do nothing")
                .param("country", country)
                .param("code", code)
                .param("latitude", latitude)
                .param("longitude", longitude)
                .update();
    }

    String vendor(String name) {
        String code = (prefix + name).toLowerCase(Locale.ROOT);
        owner.sql("insert into vendor (code, name, email, status, created_at, updated_at) "
                        + "values (:code, :code, :code || '@example.com', 'ACTIVE', now(), now())")
                .param("code", code)
                .update();
        return code;
    }

    /** An item without a price: the vendor may keep stock of it. */
    void item(String vendor, String sku) {
        owner.sql("insert into vendor_item (vendor, sku, vendor_sku, created_at, updated_at) "
                        + "values (:vendor, :sku, :sku, now(), now())")
                .param("vendor", vendor)
                .param("sku", sku)
                .update();
    }

    String vendorKey(String vendor) {
        return braid.post("/api/v1/api-keys", Map.of("name", vendor, "vendor", vendor, "scopes", List.of("*")))
                .text("/key");
    }
}
