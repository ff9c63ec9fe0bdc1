package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A vendor's locations, stock and company under its own names, over HTTP. */
class OwnLocationsHttpTest {
    private static final String OWN = "/api/v1/vendor/locations";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final String acme = world.vendor("acme");
    private final String bolt = world.vendor("bolt");
    private final String acmeKey = world.vendorKey(acme);
    private final String boltKey = world.vendorKey(bolt);
    private final String mug = world.product("MUG");

    private static Map<String, Object> location(String code) {
        Map<String, Object> address = Map.of(
                "name",
                "x",
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
        return new HashMap<>(Map.of(
                "code",
                code,
                "name",
                "Memphis",
                "address",
                address,
                "timeZone",
                "America/Chicago",
                "cutOff",
                "15:00",
                "fulfillmentTypes",
                List.of("SHIP")));
    }

    @Test
    void a_code_is_unique_within_its_vendor_and_the_operator_sees_both() {
        String network = done(braid.post(OWN, location("MEM"), acmeKey)).text("/networkCode");
        assertThat(network).startsWith(acme + "-MEM-");
        assertThat(done(braid.post(OWN, location("MEM"), boltKey)).text("/networkCode"))
                .startsWith(bolt + "-MEM-");
        assertThat(braid.post(OWN, location("MEM"), acmeKey).text("/type")).isEqualTo("/problems/location-code-taken");
        assertThat(braid.get("/api/v1/locations/" + network).text("/vendor")).isEqualTo(acme);
        assertThat(braid.get(OWN + "/MEM", acmeKey).text("/networkCode")).isEqualTo(network);
        assertThat(braid.get(OWN, boltKey).body()).doesNotContain(acme);
        Answer foreign = braid.get(OWN + "/" + network, boltKey);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body())
                .isEqualTo(braid.get(OWN + "/NOT-THERE", boltKey).body());
    }

    /** A code that differed when its plain form is taken would tell one vendor of another. */
    @Test
    void a_network_code_looks_the_same_whether_or_not_somebody_has_its_plain_form() {
        String other = world.vendor("acme-x");
        String key = world.vendorKey(other);
        world.location("acme-x-1", "WAREHOUSE", "38103", Map.of());
        String taken = done(braid.post(OWN, location("1"), key)).text("/networkCode");
        String free = done(braid.post(OWN, location("2"), key)).text("/networkCode");
        assertThat(taken).matches(other + "-1-[A-Z2-9]{4}");
        assertThat(free).matches(other + "-2-[A-Z2-9]{4}");
    }

    @Test
    void what_steers_routing_is_the_operators_and_stays() {
        String network = done(braid.post(OWN, location("MEM"), acmeKey)).text("/networkCode");
        Map<String, Object> ranked = location(network);
        ranked.putAll(Map.of("kind", "VENDOR", "vendor", acme, "rank", 7, "groups", List.of("secret-group")));
        done(braid.put("/api/v1/locations/" + network, ranked));

        Map<String, Object> renamed = location("MEM");
        renamed.put("name", "Memphis South");
        Answer changed = done(braid.put(OWN + "/MEM", renamed, acmeKey));

        assertThat(changed.text("/name")).isEqualTo("Memphis South");
        assertThat(changed.body()).doesNotContain("secret-group", "rank");
        Answer seen = braid.get("/api/v1/locations/" + network);
        assertThat(seen.text("/rank")).isEqualTo("7");
        assertThat(seen.text("/groups/0")).isEqualTo("secret-group");
        for (String field : List.of("rank", "groups", "vendor", "kind", "autoAcknowledge", "attributes")) {
            Map<String, Object> grabbing = location("MEM");
            grabbing.put(field, field.equals("rank") ? (Object) 1 : List.of());
            assertThat(braid.put(OWN + "/MEM", grabbing, acmeKey).text("/type"))
                    .as(field)
                    .isEqualTo("/problems/unknown-field");
        }
    }

    @Test
    void stock_is_counted_and_fed_under_the_own_name() {
        world.item(acme, mug, "7.25");
        done(braid.post(OWN, location("MEM"), acmeKey));
        done(braid.put("/api/v1/vendor/inventory/MEM/" + mug, Map.of("onHand", 3), acmeKey));
        Answer fed = feed("MEM", acmeKey);
        assertThat(fed.text("/applied")).as(fed.body()).isEqualTo("1");
        Answer seen = braid.get("/api/v1/vendor/inventory?location=MEM", acmeKey);
        assertThat(seen.text("/items/0/onHand")).as(seen.body()).isEqualTo("9");
        assertThat(feed("MEM", boltKey).status()).isEqualTo(404);
        assertThat(braid.get("/api/v1/vendor/inventory/feeds/" + fed.text("/id"), boltKey)
                        .body())
                .isEqualTo(
                        braid.get("/api/v1/vendor/inventory/feeds/x", boltKey).body());
        assertThat(braid.get("/api/v1/vendor/inventory/feeds/" + fed.text("/id") + "/faults", acmeKey)
                        .status())
                .isEqualTo(200);
    }

    private Answer feed(String location, String key) {
        return braid.send(braid.request("/api/v1/vendor/inventory/feeds?location=" + location, key)
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("sku,onHand\n" + mug + ",9\n")));
    }

    private Map<String, Object> profile() {
        Map<String, Object> where = Map.of(
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
        Map<String, Object> profile = new HashMap<>(Map.of(
                "companyName",
                acme,
                "legalName",
                "Acme Inc.",
                "taxId",
                "12-CANARY",
                "businessType",
                "Manufacturer",
                "website",
                "https://acme.example",
                "description",
                "Mugs.",
                "founded",
                1999,
                "employees",
                40));
        profile.putAll(Map.of(
                "address",
                where,
                "remitTo",
                where,
                "billingEmail",
                "bill@example.com",
                "supportEmail",
                "help@example.com",
                "primaryContact",
                Map.of("name", "Ann Canary", "email", "ann@example.com", "phone", "+12025550123")));
        return profile;
    }

    @Test
    void a_profile_holds_every_field_and_keeps_its_values_out_of_the_log() {
        Map<String, Object> profile = profile();
        Answer saved = done(braid.put("/api/v1/vendor/profile", profile, acmeKey));
        Answer read = braid.get("/api/v1/vendors/" + acme + "/profile");
        assertThat(read.body()).isEqualTo(saved.body());
        profile.forEach(
                (field, value) -> assertThat(read.json().has(field)).as(field).isTrue());
        assertThat(braid.put("/api/v1/vendor/profile", profile, acmeKey).text("/version"))
                .as("the same again changes nothing")
                .isEqualTo(saved.text("/version"));
        assertThat(braid.get("/api/v1/journal?subject=vendor:" + acme).body())
                .contains("taxId")
                .doesNotContain("CANARY", "Ann", "example.com");

        profile.put("companyName", bolt);
        assertThat(braid.put("/api/v1/vendors/" + acme + "/profile", profile).text("/type"))
                .as("the operator is told")
                .isEqualTo("/problems/vendor-taken");
        assertThat(braid.post(
                                "/api/v1/vendors",
                                Map.of(
                                        "name",
                                        bolt.toUpperCase(Locale.ROOT),
                                        "code",
                                        bolt + "-2",
                                        "email",
                                        "x@" + bolt + ".example"))
                        .text("/type"))
                .isEqualTo("/problems/vendor-taken");
        done(braid.put("/api/v1/vendor/profile", profile, acmeKey));
        profile.put("website", "javascript:alert(1)");
        profile.put("founded", 3000);
        assertThat(braid.put("/api/v1/vendor/profile", profile, acmeKey)
                        .json()
                        .at("/errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/website", "/founded");
    }

    @Test
    void a_step_is_handed_in_rejected_with_a_word_and_opened_by_saving() {
        String step = "/api/v1/vendor/onboarding/integration/submission";
        String review = "/api/v1/vendors/" + acme + "/onboarding/integration/reviews";
        Map<String, String> no = Map.of("decision", "REJECTED", "comment", "We agreed on EDI.");
        assertThat(braid.post(review, no).text("/type")).isEqualTo("/problems/step-not-submitted");
        done(braid.post(step, Map.of(), acmeKey));
        done(braid.post(review, no));
        assertThat(braid.get("/api/v1/vendor/onboarding", acmeKey).text("/steps/3/comment"))
                .isEqualTo("We agreed on EDI.");
        done(braid.put("/api/v1/vendor/integration", Map.of("mode", "EDI"), acmeKey));
        assertThat(braid.get("/api/v1/vendor/onboarding", acmeKey).text("/steps/3/state"))
                .isEqualTo("IN_PROGRESS");
        done(braid.post(step, Map.of(), acmeKey));
        assertThat(done(braid.post(review, Map.of("decision", "APPROVED"))).text("/state"))
                .isEqualTo("APPROVED");
        assertThat(braid.post("/api/v1/vendors/" + acme + "/onboarding/documents/reviews", no)
                        .text("/type"))
                .isEqualTo("/problems/documents-are-reviewed-singly");
        assertThat(braid.get("/api/v1/vendor/onboarding/none", acmeKey).status())
                .isEqualTo(404);
    }
}
