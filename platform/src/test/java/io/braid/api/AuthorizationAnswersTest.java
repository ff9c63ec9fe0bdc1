package io.braid.api;

import static io.braid._support.World.done;
import static io.braid._support.World.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.Belongings;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Personas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What may stand in an answer, whoever got in: a vendor reads the fields that are listed for vendors in
 * {@code vendor-answers.txt} and no others, and nothing of what another vendor has or a shopper paid, by whatever road
 * it comes.
 */
class AuthorizationAnswersTest {
    private static BraidUnderTest braid;
    private static Personas personas;
    private static JsonNode description;
    private static List<Operation> operations;
    private static Knocks knocks;
    private static Targets targets;

    @BeforeAll
    static void everybodyArrives() {
        braid = BraidUnderTest.start();
        knocks = new Knocks(braid);
        personas = new Personas(braid);
        personas.arrive();
        description = braid.get("/api/v1/openapi.json").json();
        operations = Operation.of(description).stream()
                .filter(Operation::isForVendors)
                .toList();
        targets = Targets.ofVendorA(personas);
    }

    @AfterAll
    static void everybodyLeaves() {
        braid.close();
    }

    /** By the first word of the path behind {@code /vendor/}. */
    private static Map<String, Set<String>> allowed() throws IOException {
        try (InputStream in = AuthorizationAnswersTest.class.getResourceAsStream("/vendor-answers.txt")) {
            Map<String, Set<String>> names = new TreeMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    List<String> words = List.of(line.strip().split(" +"));
                    names.computeIfAbsent(words.getFirst(), first -> new TreeSet<>())
                            .addAll(words.subList(1, words.size()));
                }
            }
            return names;
        }
    }

    /** Every field that an answer may have by its description. */
    private static void describe(JsonNode schema, Set<String> names, Set<String> seen) {
        if (schema.isMissingNode()) {
            return;
        }
        String reference = schema.at("/$ref").asString("");
        if (!reference.isEmpty() && seen.add(reference)) {
            describe(description.at(reference.substring(1)), names, seen);
        }
        schema.at("/properties").properties().forEach(field -> {
            names.add(field.getKey());
            describe(field.getValue(), names, seen);
        });
        for (String within : List.of("/items", "/additionalProperties")) {
            describe(schema.at(within), names, seen);
        }
        for (String any : List.of("/oneOf", "/anyOf", "/allOf")) {
            schema.at(any).forEach(one -> describe(one, names, seen));
        }
    }

    private static Set<String> described(Operation one) {
        String path = one.path().replace("~", "~0").replace("/", "~1");
        Set<String> names = new TreeSet<>();
        description
                .at("/paths/" + path + "/" + one.method().toLowerCase(Locale.ROOT) + "/responses")
                .forEach(response -> response.at("/content")
                        .forEach(content -> describe(content.at("/schema"), names, new HashSet<>())));
        return names;
    }

    /** Fields that the description promises and the answer does not have. */
    private static void lacking(JsonNode schema, JsonNode answer, String at, List<String> found) {
        String reference = schema.at("/$ref").asString("");
        JsonNode shape = reference.isEmpty() ? schema : description.at(reference.substring(1));
        if (answer.isObject()) {
            shape.at("/required").forEach(name -> {
                if (!answer.hasNonNull(name.asString())) {
                    found.add(at + "/" + name.asString());
                }
            });
            shape.at("/properties")
                    .properties()
                    .forEach(field ->
                            lacking(field.getValue(), answer.path(field.getKey()), at + "/" + field.getKey(), found));
        } else if (answer.isArray()) {
            answer.forEach(one -> lacking(shape.at("/items"), one, at + "/*", found));
        }
    }

    @Test
    void what_the_description_says_is_always_there_is() {
        List<String> found = new ArrayList<>();
        int compared = 0;
        for (Operation one : Operation.of(description)) {
            if (!one.method().equals("GET") || one.isOpen() || one.path().endsWith(".pdf")) {
                continue;
            }
            String persona = one.isForVendors() ? "vendor-admin" : "admin";
            Answer answer = knocks.by(personas.browser(persona), one, targets.objectFor(one));
            if (answer.status() == 200 && answer.body().startsWith("{")) {
                JsonNode content =
                        description.at("/paths/" + one.path().replace("/", "~1") + "/get/responses/200/content");
                JsonNode schema = content.path("application/json").path("schema");
                lacking(schema, answer.json(), one.toString(), found);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(60);
        assertThat(found).isEmpty();
    }

    private static void named(JsonNode answer, Set<String> names) {
        answer.properties().forEach(field -> names.add(field.getKey()));
        answer.forEach(part -> named(part, names));
    }

    /** What each part of the vendors' API tells: by its description, and in deed to somebody who has one of each. */
    private static Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new TreeMap<>();
        for (Operation one : operations) {
            Set<String> names = told.computeIfAbsent(one.path().split("/")[4], first -> new TreeSet<>());
            names.addAll(described(one));
            if (one.method().equals("GET") && !one.isOpen()) {
                Answer own = knocks.by(personas.browser("vendor-admin"), one, targets.objectFor(one));
                if (own.body().startsWith("{")) {
                    named(own.json(), names);
                }
            }
        }
        return told;
    }

    @Test
    void a_vendor_reads_the_fields_listed_for_vendors_and_no_others() throws IOException {
        Map<String, Set<String>> allowed = allowed();
        Map<String, Set<String>> told = told();
        Set<String> anywhere = allowed.getOrDefault("all", Set.of());
        Map<String, Set<String>> more = new TreeMap<>();
        told.forEach((part, names) -> {
            Set<String> rest = new TreeSet<>(names);
            rest.removeAll(anywhere);
            rest.removeAll(allowed.getOrDefault(part, Set.of()));
            if (!rest.isEmpty()) {
                more.put(part, rest);
            }
        });

        assertThat(more)
                .as("put what is new into src/test/resources/vendor-answers.txt, after asking whether vendors may know")
                .isEmpty();
        allowed.forEach((part, names) -> {
            if (!part.equals("all")) {
                assertThat(told.getOrDefault(part, Set.of()))
                        .as("nothing is listed that no vendor reads: " + part)
                        .containsAll(names);
            }
        });
    }

    private static void assertNothingOfA(String what, String text) {
        assertThat(text)
                .as(what)
                .doesNotContainIgnoringCase(personas.vendorA())
                .doesNotContainIgnoringCase(Belongings.MARK)
                .doesNotContain(Personas.CUSTOMER_CANARY, Personas.PRICE_CANARY, "unitPrice");
    }

    private static void assertNoSellingPrice(String what, String text) {
        assertThat(text)
                .as(what)
                .doesNotContain(
                        Personas.CUSTOMER_CANARY, Personas.PRICE_CANARY, personas.vendorB(), "unitPrice", "margin");
    }

    @Test
    void no_vendor_reads_selling_prices_customers_addresses_or_anything_of_another_vendor() {
        int read = 0;
        int marked = 0;
        for (Operation one : operations) {
            if (!one.method().equals("GET") || one.isOpen()) {
                continue;
            }
            String object = targets.objectFor(one);
            Answer own = knocks.by(personas.browser("vendor-admin"), one, object);
            read += own.status() == 200 ? 1 : 0;
            marked += own.body().toLowerCase(Locale.ROOT).contains(Belongings.MARK) ? 1 : 0;
            assertNoSellingPrice(one.toString(), own.body());
            assertNothingOfA(
                    one.toString(),
                    knocks.by(personas.browser("vendor-b"), one, object).body());
        }
        assertThat(read).isGreaterThan(30);
        assertThat(marked)
                .as("vendor A itself reads its marks, so there is something to leak")
                .isGreaterThan(5);
    }

    /** Refusals speak of what was sent and of one's own, whatever one pretends to know of another. */
    @Test
    void no_refusal_tells_a_vendor_of_anothers_things() {
        Browser other = personas.browser("vendor-b");
        for (Operation one : operations) {
            if (!one.method().equals("GET") && !one.isOpen() && !one.endsItself()) {
                String object = one.names() ? targets.objectFor(one) : "";
                Answer answer = knocks.by(other, one, object, Targets.bodyFor(one));
                assertNothingOfA(one.toString(), answer.body().replace(object.isEmpty() ? "-" : object, ""));
            }
        }
        String[] position = personas.position().split("/");
        String upc = braid.get("/api/v1/products/" + position[1]).text("/upc");
        Map<String, Object> invoice = Map.of(
                "number",
                "B-1",
                "shipment",
                personas.shipment(),
                "date",
                "2026-11-24",
                "total",
                usd("14.50"),
                "lines",
                List.of(Map.of("line", 1, "quantity", 2, "unitCost", usd("7.25"))));
        Map<String, Object> offer =
                Map.of("vendorSku", "B-9", "upc", upc, "unitCost", usd("7.00"), "validFrom", "2026-01-01");
        for (Answer answer : List.of(
                other.post("/sent-invoices", invoice),
                other.post("/proposals", offer),
                other.put("/inventory/" + personas.position(), Map.of("onHand", 1)),
                other.get("/inventory?location=" + position[0]),
                other.get("/purchase-orders?location=" + position[0]),
                other.get("/activity?purchaseOrder=" + personas.shipment()),
                other.get("/invoices?shipment=" + personas.shipment()))) {
            assertThat(answer.status()).as(answer.body()).isLessThan(500);
            assertThat(answer.body().replace(personas.vendorA(), "what was sent"))
                    .doesNotContainIgnoringCase(Belongings.MARK)
                    .doesNotContain("7.25", Personas.PRICE_CANARY, "MEM\"");
        }
    }

    @Test
    void pages_files_and_mails_keep_to_the_same_wall() throws IOException {
        Browser admin = personas.browser("vendor-admin");
        String number = admin.get("/invoices").text("/items/0/number");
        Map<String, Object> reader =
                Map.of("name", "pages", "vendor", personas.vendorA(), "scopes", List.of("invoices:read"));
        String key = done(braid.post("/api/v1/api-keys", reader)).text("/key");
        byte[] page = braid.bytes("/api/v1/vendor/invoices/" + number + ".pdf", key);
        try (PDDocument document = Loader.loadPDF(page)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains(number, "7.25");
            assertNoSellingPrice("the page of the invoice", text);
        }
        for (JsonNode mail : done(braid.get("/api/v1/mails?limit=100")).json().at("/items")) {
            String to = mail.at("/recipient").asString();
            String text = mail.at("/subject").asString() + mail.at("/text").asString("");
            if (to.contains(personas.vendorB())) {
                assertNothingOfA("a mail to " + to, text);
            } else if (to.contains(personas.vendorA())) {
                assertNoSellingPrice("a mail to " + to, text);
            }
        }
    }

    /** A cookie of one portal is nobody's at the other. */
    @Test
    void a_session_of_one_portal_opens_nothing_at_the_other() {
        Browser staff = Browser.atVendorPortal(braid);
        staff.cookies().putAll(personas.browser("admin").cookies());
        Browser vendor = Browser.atConsole(braid);
        vendor.cookies().putAll(personas.browser("vendor-admin").cookies());
        List<Operation> all = Operation.of(description);
        List<String> open = new ArrayList<>();
        for (Operation one : all) {
            Answer answer = knocks.by(one.isForVendors() ? staff : vendor, one);
            if (!one.isOpen() && answer.status() != 401 && answer.status() != 403) {
                open.add(one + ": " + answer.status());
            }
        }
        assertThat(open).isEmpty();
    }
}
