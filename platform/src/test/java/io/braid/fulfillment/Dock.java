package io.braid.fulfillment;

import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.inventory.Claim;
import io.braid.inventory.Counts;
import io.braid.inventory.Position;
import io.braid.inventory.Positions;
import io.braid.inventory.Stock;
import io.braid.inventory.StockCount;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.kernel.CountryCode;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Outcome;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Quantity;
import io.braid.kernel.SellingPrice;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import io.braid.order.Accepted;
import io.braid.order.ExternalNumber;
import io.braid.order.NewOrder;
import io.braid.order.OrderLine;
import io.braid.order.Orders;
import io.braid.store.Transactions;
import io.braid.store.VendorScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A location with stock, owned or a vendor's, and shipments opened on it as the path of an order opens them. Products A
 * and B cost 7.25 and 0.0125; a hundred of each are on hand. Units that are cut are told to {@link #policy}.
 */
final class Dock {
    private static final AtomicInteger DOCKS = new AtomicInteger();

    final BraidUnderTest braid = BraidUnderTest.shared();
    final Shipments shipments = braid.bean(Shipments.class);
    final Orders orders = braid.bean(Orders.class);
    final Transactions transactions = braid.bean(Transactions.class);
    final JdbcClient owner = JdbcClient.create(braid.database().owner());
    final int id = DOCKS.incrementAndGet();
    final LocationCode location = new LocationCode("DOCK-" + id);
    final @Nullable VendorCode vendor;
    final List<Shortfall> shortfalls = new ArrayList<>();
    final Fulfillment fulfillment;
    volatile Resolution policy = Resolution.of(Disposition.CUSTOMER_CARE);

    private final Map<String, UUID> prices = new HashMap<>();

    private Dock(@Nullable VendorCode vendor) {
        this.vendor = vendor;
        this.fulfillment = new Fulfillment(
                new Fulfillment.Stores(
                        new ShipmentStore(braid.bean(JdbcClient.class)),
                        new StepStore(braid.bean(JdbcClient.class)),
                        braid.bean(PurchaseOrders.class)),
                braid.bean(Fulfillment.Neighbours.class),
                this::resolve,
                braid.bean(Amending.class),
                braid.bean(Billing.class));
    }

    static Dock owned() {
        return new Dock(null).built();
    }

    static Dock ofVendor() {
        return new Dock(new VendorCode("dock-" + DOCKS.get() + "-" + System.nanoTime() % 1_000_000)).built();
    }

    private synchronized Resolution resolve(Deed deed, Shortfall shortfall) {
        shortfalls.add(shortfall);
        return policy;
    }

    private Dock built() {
        if (vendor != null) {
            owner.sql("insert into vendor (code, name, email, status, created_at, updated_at) "
                            + "values (:code, :code, :code || '@example.com', 'ACTIVE', now(), now())")
                    .param("code", vendor.text())
                    .update();
        }
        owner.sql("insert into location (code, name, kind, vendor, address_name, line1, city, region,"
                        + " postal_code, country, latitude, longitude, time_zone, fulfillment_types, created_at,"
                        + " updated_at) values (:code, :code, case when :vendor::text is null then 'STORE' else"
                        + " 'VENDOR' end, :vendor, 'Dock', '1 Main St', 'Memphis', 'TN', '38103', 'US', 35.1,"
                        + " -90.0, 'America/Chicago', '{SHIP}', now(), now())")
                .param("code", location.text())
                .param("vendor", vendor == null ? null : vendor.text())
                .update();
        product("A", "7.25");
        product("B", "0.0125");
        return this;
    }

    private void product(String letter, String cost) {
        Sku sku = sku(letter);
        owner.sql("insert into product (sku, upc, name, created_at, updated_at) values (:sku, :upc, :sku, now(),"
                        + " now())")
                .param("sku", sku.text())
                .param("upc", upc(letter).digits())
                .update();
        if (vendor != null) {
            UUID price = UUID.randomUUID();
            prices.put(letter, price);
            owner.sql("insert into vendor_item (vendor, sku, vendor_sku, created_at, updated_at) "
                            + "values (:vendor, :sku, 'V-' || :sku, now(), now())")
                    .param("vendor", vendor.text())
                    .param("sku", sku.text())
                    .update();
            owner.sql("insert into contracted_price (id, vendor, sku, unit_cost, currency, valid_from,"
                            + " created_at, created_by) values (:id, :vendor, :sku, :cost::numeric, 'USD',"
                            + " '2026-01-01', now(), 't')")
                    .param("id", price)
                    .param("vendor", vendor.text())
                    .param("sku", sku.text())
                    .param("cost", cost)
                    .update();
        }
        StockCount count = new StockCount(new StockKey(sku, location), new Quantity(100), null, null, now());
        braid.bean(Counts.class).set(deed(), count, null).orThrow();
    }

    Sku sku(String letter) {
        return new Sku("D" + id + "-" + letter);
    }

    private Upc upc(String letter) {
        return Upc.parse(World.gtin(9_000_000_000L + id * 10L + (letter.charAt(0) - 'A')));
    }

    Instant now() {
        return braid.clock().instant();
    }

    Deed deed() {
        return new Deed(new Deed.Actor("API_KEY", "test"), now(), "API", "test");
    }

    VendorScope scope() {
        if (vendor == null) {
            throw new IllegalStateException("this dock is our own");
        }
        return new VendorScope(vendor);
    }

    /** An order for so many units of A and, unless none, of B, all assigned to this location. */
    Shipment open(int ofA, int ofB) {
        return open(Acknowledging.MANUAL, ofA, ofB);
    }

    Shipment open(Acknowledging acknowledging, int ofA, int ofB) {
        return transactions.call(() -> {
            OrderNumber number = orders.numbers(1).getFirst();
            List<OrderLine> lines = new ArrayList<>();
            List<NewShipmentLine> parts = new ArrayList<>();
            List<Claim> claims = new ArrayList<>();
            add("A", ofA, lines, parts, claims);
            add("B", ofB, lines, parts, claims);
            ExternalNumber external = new ExternalNumber("DOCK", number.toString());
            orders.claim(Map.of(external, number));
            orders.accept(List.of(new Accepted(deed(), number, placed(external, lines), new byte[32], lines)));
            Stock stock = braid.bean(Stock.class);
            stock.lock(claims.stream().map(Claim::key).toList());
            stock.reserve(claims);
            NewShipment opening = new NewShipment(
                    new ShipmentNumber(number, 1),
                    location,
                    vendor,
                    "SHIP",
                    LocalDate.of(2026, 11, 23),
                    acknowledging,
                    null,
                    parts);
            return shipments.open(List.of(new Opening(deed(), opening))).getFirst();
        });
    }

    private void add(String letter, int units, List<OrderLine> lines, List<NewShipmentLine> parts, List<Claim> claims) {
        if (units == 0) {
            return;
        }
        int line = lines.size() + 1;
        Sku sku = sku(letter);
        SellingPrice price = SellingPrice.of("14", "USD");
        lines.add(new OrderLine(line, sku, units, 0, units, 0, 0, null, price, Map.of()));
        String cost = letter.equals("A") ? "7.25" : "0.0125";
        UUID priced = prices.get(letter);
        parts.add(new NewShipmentLine(
                line,
                sku,
                upc(letter),
                units,
                priced == null ? null : new ContractedCost(priced, "V-" + sku.text(), UnitCost.of(cost, "USD"))));
        claims.add(new Claim(new StockKey(sku, location), new Quantity(units)));
    }

    private NewOrder placed(ExternalNumber external, List<OrderLine> lines) {
        PostalCode memphis = new PostalCode(new CountryCode("US"), "38103");
        return new NewOrder(
                external,
                Currency.getInstance("USD"),
                now(),
                "SHIP",
                null,
                Map.of(),
                new NewOrder.Customer("A Shopper", "canary@example.com", null),
                new NewOrder.ShipTo("A Shopper", "1 Main St", null, "Memphis", "TN", memphis, null, null),
                null,
                lines.stream()
                        .map(l -> new NewOrder.Line(l.line(), l.sku(), l.ordered(), l.unitPrice(), Map.of()))
                        .toList());
    }

    Outcome<CarriedOut> carryOut(Shipment shipment, ShipmentCommand command) {
        return fulfillment.carryOut(deed(), new Addressed(shipment.number(), null), command);
    }

    Shipment done(Shipment shipment, ShipmentCommand command) {
        return carryOut(shipment, command).orThrow().shipment();
    }

    Position position(String letter) {
        return braid.bean(Positions.class).position(new StockKey(sku(letter), location));
    }

    /** What reliability.md asks of the rows of this dock's orders; empty when all of it holds. */
    List<String> broken() {
        return Invariants.broken(owner, location);
    }

    List<String> entries(ShipmentNumber shipment) {
        return owner.sql("select type || ' ' || coalesce(from_state, '') || '>' || coalesce(to_state, '') from journal "
                        + "where subject = :subject order by seq")
                .param("subject", shipment.toString())
                .query(String.class)
                .list();
    }
}
