package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Mailbox;
import io.braid._support.Papers;
import io.braid._support.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * H01: from the invitation to the first shipped order, with nobody of the operator in the middle but for what is the
 * operator's to decide. It has a Braid of its own, because the document set is one for all vendors.
 */
class H01_OnboardingTest {
    private static final BraidUnderTest BRAID = BraidUnderTest.start();

    private static final String PASSWORD = "seven tall giraffes dance";

    private final World world = World.in(BRAID);
    private final Browser console = Browser.admin(BRAID);
    private final List<String> operatorDid = new ArrayList<>();

    @BeforeAll
    static void asks_for_documents() {
        done(BRAID.put(
                "/api/v1/vendor-documents/requirements",
                Map.of(
                        "requirements",
                        List.of(
                                requirement("insurance", true, true),
                                requirement("w9", true, false),
                                requirement("brochure", false, false)))));
    }

    @AfterAll
    static void close() {
        BRAID.close();
    }

    private static Map<String, Object> requirement(String code, boolean required, boolean expires) {
        return Map.of(
                "code", code, "title", code, "instructions", "Scan it.", "required", required, "expires", expires);
    }

    private Answer operator(String what, String path, Object body) {
        operatorDid.add(what);
        return done(console.post(path, body));
    }

    @Test
    void a_vendor_goes_from_invitation_to_its_first_shipped_and_billed_order() {
        String mug = world.product("MUG");
        // The vendor knows by its bar code what it sells.
        String upc = BRAID.get("/api/v1/products/" + mug).text("/upc");
        Set<String> before = deeds(Set.of()).keySet();
        String code = world.named("acme");
        String email = code + "@example.com";
        operator("invite", "/vendors", Map.of("code", code, "name", code, "email", email));
        Browser vendor = arrives(email);
        Answer issued = done(vendor.post("/api-keys", Map.of("name", "ours", "scopes", List.of("*"))));
        String key = issued.text("/key");

        fills_everything_in(key, upc);
        Answer early = console.post("/vendors/" + code + "/activation", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().at("/missing").valueStream().map(n -> n.asString()))
                .containsExactly("DOCUMENT:insurance", "DOCUMENT:w9", "PRICED_ITEM");
        the_operator_decides(code);

        Answer order = world.place(mug, 2);
        String number = order.text("/shipments/0/shipmentNumber");
        assertThat(order.text("/shipments/0/vendor")).as(order.body()).isEqualTo(code);
        ships(key, number);
        Answer invoices = BRAID.get("/api/v1/vendor/invoices?shipment=" + number, key);
        assertThat(invoices.text("/items/0/total/amount")).as(invoices.body()).startsWith("14.5");
        assertThat(done(BRAID.get("/api/v1/vendor/activity?limit=200", key)).body())
                .contains("VendorActivated", "DocumentApproved", "ItemProposalApproved", "LocationCreated");
        assertThat(done(BRAID.get("/api/v1/vendor/activity?purchaseOrder=" + number, key))
                        .body())
                .contains("ShipmentAcknowledged");

        Map<String, Set<String>> others = deeds(Set.of(vendor.get("/me").text("/id"), issued.text("/id")));
        others.keySet().removeAll(before);
        assertThat(operatorDid)
                .containsExactly("invite", "approve document", "approve document", "approve items", "activate");
        assertThat(others.values())
                .as("what the log has of anybody but the vendor: the operator's five decisions and the shop's order")
                .satisfiesExactlyInAnyOrder(
                        types -> assertThat(types).contains("VendorInvited"),
                        types -> assertThat(types).contains("DocumentApproved"),
                        types -> assertThat(types).contains("DocumentApproved"),
                        types -> assertThat(types).contains("ItemProposalApproved"),
                        types -> assertThat(types).contains("VendorActivated"),
                        types -> assertThat(types).contains("OrderPlaced"));
    }

    /** By the link of the invitation, which is all it has. */
    private static Browser arrives(String email) {
        Browser vendor = Browser.atVendorPortal(BRAID);
        Map<String, String> accepted = Map.of("token", Mailbox.of(BRAID, email).token(), "password", PASSWORD);
        done(vendor.post("/invitations/acceptance", accepted));
        done(vendor.signIn(email, PASSWORD));
        return vendor;
    }

    private void the_operator_decides(String code) {
        Map<String, String> approved = Map.of("decision", "APPROVED");
        operator("approve document", "/vendors/" + code + "/documents/insurance/reviews", approved);
        operator("approve document", "/vendors/" + code + "/documents/w9/reviews", approved);
        String proposal =
                console.get("/vendors/" + code + "/proposals?state=PROPOSED").text("/items/0/id");
        operator(
                "approve items",
                "/vendors/" + code + "/proposals/reviews",
                Map.of("proposals", List.of(proposal), "decision", "APPROVED"));
        operator("activate", "/vendors/" + code + "/activation", Map.of());
    }

    /** What each request did, of everybody but the system and these. */
    private static Map<String, Set<String>> deeds(Set<String> butOf) {
        JsonNode log = done(BRAID.get("/api/v1/journal?limit=500")).json();
        assertThat(log.at("/nextCursor").isNull()).isTrue();
        Map<String, Set<String>> deeds = new TreeMap<>();
        for (JsonNode entry : log.at("/items")) {
            if (!entry.at("/actor/type").asString().equals("SYSTEM")
                    && !butOf.contains(entry.at("/actor/id").asString())) {
                deeds.computeIfAbsent(entry.at("/correlationId").asString(), id -> new TreeSet<>())
                        .add(entry.at("/type").asString());
            }
        }
        return deeds;
    }

    /** All of it while nothing is reviewed yet: nothing waits. */
    private void fills_everything_in(String key, String upc) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("companyName", world.named("Acme Mugs"));
        profile.put("primaryContact", Map.of("name", "Ann", "email", "ann@example.com", "phone", "+12025550123"));
        done(BRAID.put("/api/v1/vendor/profile", profile, key));
        Answer incomplete = BRAID.post("/api/v1/vendor/onboarding/corporate/submission", Map.of(), key);
        assertThat(incomplete.text("/type")).isEqualTo("/problems/step-incomplete");
        profile.put("legalName", "Acme Mugs Inc.");
        profile.put("taxId", "12-3456789");
        profile.put("billingEmail", "billing@example.com");
        profile.put("address", address());
        done(BRAID.put("/api/v1/vendor/profile", profile, key));
        for (String step : List.of("corporate", "users", "integration")) {
            done(BRAID.post("/api/v1/vendor/onboarding/" + step + "/submission", Map.of(), key));
        }
        done(Papers.send(BRAID, key, "insurance", Papers.pdf("a"), "2027-06-30"));
        done(Papers.send(BRAID, key, "w9", Papers.png(), ""));
        assertThat(states(key)).containsExactly("SUBMITTED", "SUBMITTED", "SUBMITTED", "SUBMITTED");
        done(BRAID.post("/api/v1/vendor/locations", location("MEM"), key));
        Map<String, Object> offer =
                Map.of("vendorSku", "A-9", "upc", upc, "unitCost", World.usd("7.25"), "validFrom", "2026-01-01");
        String sku = done(BRAID.post("/api/v1/vendor/proposals", offer, key)).text("/sku");
        done(BRAID.put("/api/v1/vendor/inventory/MEM/" + sku, Map.of("onHand", 10), key));
        assertThat(done(BRAID.get("/api/v1/vendor/purchase-orders", key)).body())
                .contains("\"items\":[]");
    }

    private List<String> states(String key) {
        return done(BRAID.get("/api/v1/vendor/onboarding", key))
                .json()
                .at("/steps")
                .findValuesAsString("state");
    }

    private static Map<String, Object> address() {
        return Map.of(
                "name",
                "Acme",
                "line1",
                "1 Main St",
                "city",
                "Memphis",
                "region",
                "TN",
                "postalCode",
                "38118",
                "country",
                "US");
    }

    private static Map<String, Object> location(String code) {
        return Map.of(
                "code",
                code,
                "name",
                "Memphis",
                "address",
                address(),
                "timeZone",
                "America/Chicago",
                "operatingHours",
                List.of(Map.of("day", "MON", "open", "00:00", "close", "23:59")),
                "cutOff",
                "23:59",
                "fulfillmentTypes",
                List.of("SHIP"));
    }

    private static void ships(String key, String number) {
        String po = "/api/v1/vendor/purchase-orders/" + number;
        done(BRAID.post(po + "/acknowledgement", Map.of("lines", List.of(), "acceptRest", true), key));
        Map<String, Object> packet = Map.of(
                "carrier",
                "UPS",
                "service",
                "GROUND",
                "trackingNumber",
                "1Z999AA10123456784",
                "lines",
                List.of(Map.of("line", 1, "quantity", 2)));
        done(BRAID.post(po + "/ship-notices", Map.of("packages", List.of(packet)), key));
    }
}
