package io.braid.inventory;

import io.braid._support.BraidUnderTest;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import io.braid.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A few products and locations of one test's own in the shared Braid, with the facades at hand and the invariants as
 * questions.
 */
final class StockRoom {
    private static final AtomicInteger ROOMS = new AtomicInteger();

    final BraidUnderTest braid = BraidUnderTest.shared();
    final Stock stock = braid.bean(Stock.class);
    final Counts counts = braid.bean(Counts.class);
    final Positions positions = braid.bean(Positions.class);
    final Transactions transactions = braid.bean(Transactions.class);
    final JdbcClient owner = JdbcClient.create(braid.database().owner());
    final String prefix = "R" + ROOMS.incrementAndGet() + "-";

    /** Products {@code P0…} and locations {@code L0…}, behind the room's prefix. */
    static StockRoom with(int products, int locations) {
        StockRoom room = new StockRoom();
        int first = Integer.parseInt(room.prefix.substring(1, room.prefix.length() - 1)) * 10_000_000;
        room.owner
                .sql("insert into product (sku, upc, name, created_at, updated_at) "
                        + "select :prefix || 'P' || n, body || (select (10 - sum(substr(body, i, 1)::int "
                        + "* case when i % 2 = 1 then 3 else 1 end) % 10) % 10 from generate_series(1, 13) i), "
                        + "'Thing', now(), now() "
                        + "from generate_series(0, :last) n, lpad((:first + n)::text, 13, '0') as body")
                .param("prefix", room.prefix)
                .param("first", first)
                .param("last", products - 1)
                .update();
        IntStream.range(0, locations).forEach(n -> room.location(room.prefix + "L" + n, null));
        return room;
    }

    void location(String code, @Nullable String vendor) {
        owner.sql("insert into location (code, name, kind, vendor, address_name, line1, city, region, postal_code, "
                        + "country, latitude, longitude, time_zone, fulfillment_types, created_at, updated_at) values "
                        + "(:code, :code, case when :vendor::text is null then 'STORE' else 'VENDOR' end, :vendor, "
                        + "'Room', '1 Main St', 'Memphis', 'TN', '38103', 'US', 35.1, -90.0, 'America/Chicago', "
                        + "'{SHIP}', now(), now())")
                .param("code", code)
                .param("vendor", vendor)
                .update();
    }

    StockKey key(int product, int location) {
        return new StockKey(new Sku(prefix + "P" + product), new LocationCode(prefix + "L" + location));
    }

    Instant now() {
        return braid.clock().instant();
    }

    Deed deed() {
        return new Deed(new Deed.Actor("API_KEY", "test"), now(), "API", "test");
    }

    Position count(StockKey key, int onHand) {
        return count(key, onHand, now());
    }

    Position count(StockKey key, int onHand, Instant asOf) {
        StockCount count = new StockCount(key, new Quantity(onHand), null, null, asOf);
        return counts.set(deed(), count, null).orThrow().position();
    }

    Position position(StockKey key) {
        return positions.position(key);
    }

    static List<Claim> claim(StockKey key, int units) {
        return List.of(new Claim(key, new Quantity(units)));
    }

    /** Locks, checks and reserves all claims or none, as the path of an order does. */
    boolean tryReserve(List<Claim> claims) {
        return transactions.call(() -> {
            Map<StockKey, Integer> available =
                    stock.lock(claims.stream().map(Claim::key).toList());
            boolean enough = claims.stream()
                    .allMatch(c ->
                            available.getOrDefault(c.key(), 0) >= c.quantity().units());
            if (enough) {
                stock.reserve(claims);
            }
            return enough;
        });
    }

    /**
     * Positions of this room that break "on hand is the sum of its moves" or "reserved within on hand and shortage".
     */
    List<String> brokenPositions() {
        return owner.sql("select p.sku || ' at ' || p.location from position p where p.sku like :prefix || '%' and ("
                        + "p.on_hand <> (select coalesce(sum(m.delta), 0) from stock_move m where m.sku = p.sku "
                        + "and m.location = p.location) or p.reserved > p.on_hand + p.shortage "
                        + "or p.shortage <> greatest(0, p.reserved - p.on_hand) or p.journal_seq <> (select count(*) "
                        + "from journal j where j.subject = 'position:' || p.location || '/' || p.sku))")
                .param("prefix", prefix)
                .query(String.class)
                .list();
    }

    List<String> movesOf(StockKey key) {
        return owner.sql("select reason || ' ' || delta from stock_move where sku = :sku and location = :location "
                        + "order by at, id")
                .param("sku", key.sku().text())
                .param("location", key.location().text())
                .query(String.class)
                .list();
    }

    List<String> entriesOf(StockKey key) {
        return owner.sql("select type || ' ' || seq from journal where subject = :subject order by seq")
                .param("subject", "position:" + key)
                .query(String.class)
                .list();
    }
}
