package io.braid.invoice;

import static io.braid._support.World.done;
import static io.braid._support.World.usd;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.journal.Deed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A vendor that sells mugs at one cost, alone in its world: ordered, shipped, invoiced by us and by itself. */
final class MugTrade {
    final BraidUnderTest braid;
    final World world;
    final String mug;
    final String acme;
    final String key;

    MugTrade(BraidUnderTest braid, String unitCost) {
        this.braid = braid;
        world = World.in(braid);
        mug = world.product("MUG");
        acme = world.vendor("acme");
        String location = world.vendorLocation(acme, "MEM", "38118");
        world.item(acme, mug, unitCost);
        world.activate(acme);
        world.stock(location, mug, 1_000);
        key = world.vendorKey(acme);
    }

    void terms(String billedPer, Map<String, ?> more) {
        Map<String, Object> terms = new LinkedHashMap<>(Map.of("billedPer", billedPer, "paymentDays", 45));
        terms.putAll(more);
        done(braid.put("/api/v1/vendors/" + acme + "/terms", terms));
    }

    String ordered(int units) {
        return world.place(mug, units).text("/shipments/0/shipmentNumber");
    }

    void ship(String shipment, int units) {
        Map<String, Object> box = Map.of(
                "carrier", "UPS", "trackingNumber", "1Z999", "lines", List.of(Map.of("line", 1, "quantity", units)));
        done(braid.post(
                "/api/v1/vendor/purchase-orders/" + shipment + "/ship-notices", Map.of("packages", List.of(box)), key));
    }

    void acknowledge(String shipment, int accepted, String reason) {
        Map<String, Object> line = Map.of("line", 1, "accepted", accepted, "reason", reason);
        done(braid.post(
                "/api/v1/vendor/purchase-orders/" + shipment + "/acknowledgement",
                Map.of("lines", List.of(line)),
                key));
    }

    /** Our own invoices about a purchase order. */
    JsonNode invoicesOf(String shipment) {
        return done(braid.get("/api/v1/invoices?shipment=" + shipment)).json().at("/items");
    }

    JsonNode notes() {
        return done(braid.get("/api/v1/vendor/credit-notes", key)).json().at("/items");
    }

    JsonNode deductions() {
        return done(braid.get("/api/v1/vendor/deductions", key)).json().at("/items");
    }

    void theJobRunsAt(Instant at) {
        Deed deed = new Deed(new Deed.Actor("SYSTEM", "test"), at, "SYSTEM", "test");
        braid.bean(WaitingNotices.class).invoiceDue(deed);
        braid.bean(Deductions.class).acceptUndisputed(deed);
    }

    Map<String, Object> bill(String number, String shipment, int units, String cost, String total) {
        Map<String, Object> bill = new LinkedHashMap<>();
        bill.put("number", number);
        bill.put("shipment", shipment);
        bill.put("date", "2026-11-24");
        bill.put("total", usd(total));
        bill.put("lines", List.of(Map.of("line", 1, "quantity", units, "unitCost", usd(cost))));
        return bill;
    }

    Answer send(Map<String, Object> bill) {
        return braid.post("/api/v1/vendor/sent-invoices", bill, key);
    }

    Answer approve(Answer sent) {
        return braid.post(
                "/api/v1/received-invoices/" + sent.text("/id") + "/approval",
                Map.of("comment", "agreed by telephone"));
    }

    Answer reject(Answer sent) {
        return braid.post(
                "/api/v1/received-invoices/" + sent.text("/id") + "/rejection", Map.of("comment", "not as ordered"));
    }

    Answer withdraw(Answer sent, String by) {
        return braid.post("/api/v1/vendor/sent-invoices/" + sent.text("/id") + "/withdrawal", "", by);
    }
}
