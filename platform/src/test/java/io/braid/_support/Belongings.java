package io.braid._support;

import static io.braid._support.World.done;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/**
 * One real thing of each kind that a vendor can have, made as real ones are: so that a stranger who asks for them
 * meets rows, and not only names of nothing.
 */
public record Belongings(
        String amendment, String deduction, String creditNote, String sentInvoice, String proposal, String feed) {
    /** Stands in whatever the vendor names or writes itself; no other vendor may ever read it. */
    public static final String MARK = "telltale";

    /** Of a vendor with an item, a location with stock of it and a shipment that has left. */
    public static Belongings of(World world, String vendor, String position, String shipped) {
        String[] place = position.split("/");
        Maker maker = new Maker(world.braid(), world.vendorKey(vendor));
        done(world.braid()
                .put(
                        "/api/v1/vendors/" + vendor + "/terms",
                        Map.of("billedPer", "NOTICE", "paymentDays", 45, "mislabeledAmount", "5")));
        maker.document();
        String deduction = maker.deduction(shipped);
        return new Belongings(
                maker.amendment(world.place(place[1], 1)),
                deduction,
                maker.creditNote(deduction),
                maker.sentInvoice(shipped),
                maker.proposal(world.product("CUP")),
                maker.feed(place[0], place[1]));
    }

    private record Maker(BraidUnderTest braid, String key) {
        private static final String OWN = "/api/v1/vendor/";

        String amendment(Answer placed) {
            String shipment = placed.text("/shipments/0/shipmentNumber");
            done(braid.post(OWN + "purchase-orders/" + shipment + "/acknowledgement", Map.of("acceptRest", true), key));
            done(braid.post("/api/v1/orders/" + placed.text("/orderNumber") + "/cancellations", Map.of()));
            return braid.get(OWN + "amendments", key).text("/items/0/id");
        }

        String deduction(String shipment) {
            done(braid.post(
                    "/api/v1/deductions", Map.of("shipment", shipment, "evidence", "label unreadable: " + MARK)));
            return braid.get(OWN + "deductions", key).text("/items/0/id");
        }

        String creditNote(String deduction) {
            done(braid.post(OWN + "deductions/" + deduction + "/agreement", Map.of(), key));
            return braid.get(OWN + "credit-notes", key).text("/items/0/number");
        }

        String sentInvoice(String shipment) {
            Map<String, ?> line = Map.of("line", 1, "quantity", 2, "unitCost", World.usd("7.25"));
            Map<String, ?> invoice = Map.of(
                    "number",
                    MARK + "-1",
                    "shipment",
                    shipment,
                    "date",
                    "2026-11-24",
                    "total",
                    World.usd("14.50"),
                    "lines",
                    List.of(line));
            return done(braid.post(OWN + "sent-invoices", invoice, key)).text("/id");
        }

        String proposal(String sku) {
            String upc = braid.get("/api/v1/products/" + sku).text("/upc");
            Map<String, ?> offer = Map.of(
                    "vendorSku", MARK + "-9", "upc", upc, "unitCost", World.usd("3.10"), "validFrom", "2026-01-01");
            return done(braid.post(OWN + "proposals", offer, key)).text("/id");
        }

        String feed(String location, String sku) {
            return done(braid.send(braid.request(OWN + "inventory/feeds?location=" + location, key)
                            .setHeader("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofString("sku,onHand\n" + sku + ",9\n"))))
                    .text("/id");
        }

        void document() {
            Map<String, ?> w9 = Map.of("code", "w9", "title", "W-9", "instructions", "Signed.", "required", false);
            done(braid.put("/api/v1/vendor-documents/requirements", Map.of("requirements", List.of(w9))));
            done(Papers.send(braid, key, "w9", Papers.pdf(MARK), ""));
            done(braid.post(OWN + "documents/w9/messages", Map.of("text", MARK), key));
        }
    }
}
