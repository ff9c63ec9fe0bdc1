package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploaded tables and lists and computed attributes, from their definition to the order they decide. */
class CriteriaHttpTest {
    private static final String TABLES = "/api/v1/routing/tables/";
    private static final String COMPUTED = "/api/v1/routing/computed-attributes/";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private World world;
    private String near;
    private String far;
    private String mug;

    @BeforeEach
    void network() {
        world = World.in(braid);
        mug = world.product("MUG");
        near = world.warehouse("NEAR", "38103");
        far = world.warehouse("FAR", "10001");
        world.stock(near, mug, 5);
        world.stock(far, mug, 50);
    }

    private Answer upload(String table, String mode, String csv) {
        HttpRequest.Builder request = braid.request(TABLES + table + "/import" + mode, BraidUnderTest.OPERATOR_KEY)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv));
        return braid.send(request);
    }

    private String table(String name, String keyedBy, String valueType) {
        String table = world.named(name);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("keyedBy", keyedBy);
        if (!valueType.isEmpty()) {
            body.put("valueType", valueType);
        }
        done(braid.put(TABLES + table, body));
        return table;
    }

    private static Map<String, Object> document(List<?> filters, List<?> sorts) {
        return Map.of(
                "name",
                "trial",
                "routes",
                List.of(Map.of(
                        "fulfillmentType",
                        "SHIP",
                        "scenarios",
                        List.of(Map.of(
                                "name",
                                "one",
                                "filters",
                                filters,
                                "assignment",
                                Map.of("mode", "FIRST_FIT"),
                                "sorts",
                                sorts)))));
    }

    private static Map<String, Object> filter(String field, String operator, Object value) {
        return Map.of("field", field, "operator", operator, "value", value);
    }

    private static Map<String, Object> sort(String field, String direction) {
        return Map.of("field", field, "direction", direction);
    }

    /** Where the order would go, or what is left over. */
    private String goesTo(List<?> filters, List<?> sorts) {
        Map<String, Object> trial = world.orderFor(mug, 1);
        trial.put("strategy", document(filters, sorts));
        Answer answer = done(braid.post("/api/v1/routing/suggestions", trial));
        return answer.text("/assigned").equals("true")
                ? answer.text("/shipments/0/location")
                : answer.text("/unassigned/0/outcome");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        T01 | a number per location       | LOCATION             | NUMBER  | location,value~FAR,1~NEAR,9               | ASC  | FAR
        T02 | the greatest first          | LOCATION             | NUMBER  | location,value~FAR,1~NEAR,9               | DESC | NEAR
        T03 | no row comes last           | LOCATION             | NUMBER  | location,value~FAR,100                    | ASC  | FAR
        T04 | per location and product    | LOCATION_AND_PRODUCT | NUMBER  | location,sku,value~FAR,MUG,1~NEAR,MUG,2   | ASC  | FAR
        T05 | another product's row       | LOCATION_AND_PRODUCT | NUMBER  | location,sku,value~FAR,CUP,1~NEAR,MUG,2   | ASC  | NEAR
        T06 | a row of yesterday          | LOCATION             | NUMBER  | location,value,validTo~FAR,1,2020-01-01~NEAR,9, | ASC | NEAR
        T07 | the later of two rows       | LOCATION             | NUMBER  | location,value,validFrom~FAR,1,~FAR,20,2020-01-01~NEAR,9, | ASC | NEAR
        """)
    void a_table_sorts(
            String id, String story, String keyedBy, String type, String csv, String direction, String expected) {
        String name = table(id, keyedBy, type);
        String file =
                csv.replace('~', '\n').replace("FAR", far).replace("NEAR", near).replace("MUG", mug);
        assertThat(done(upload(name, "", file)).text("/refusedCount")).isEqualTo("0");
        assertThat(goesTo(List.of(), List.of(sort("table." + name, direction))))
                .as(story)
                .isEqualTo(world.named(expected));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        T11 | member of a list                 | LOCATION    | ''      | location~FAR                            | list  | true | FAR
        T12 | flag of a product                | PRODUCT     | BOOLEAN | sku,value~MUG,true                      | table | true | NEAR
        T13 | flag of a product, not set       | PRODUCT     | BOOLEAN | sku,value~MUG,false                     | table | true | CUSTOMER_CARE
        T14 | destination within a range       | POSTAL_CODE | ''      | country,postalFrom,postalTo~US,38000,38999 | list | true | NEAR
        T15 | destination before a range       | POSTAL_CODE | ''      | country,postalFrom,postalTo~US,38104,38999 | list | true | CUSTOMER_CARE
        T16 | the narrower range wins          | POSTAL_CODE | TEXT    | country,postalFrom,postalTo,value~US,00000,99999,far~US,38100,38199,metro | table | metro | NEAR
        T17 | another country's range          | POSTAL_CODE | ''      | country,postalFrom,postalTo~DE,38000,38999 | list | true | CUSTOMER_CARE
        """)
    void a_table_filters(
            String id,
            String story,
            String keyedBy,
            String type,
            String csv,
            String prefix,
            String value,
            String expected) {
        String name = table(id, keyedBy, type);
        done(upload(name, "", csv.replace('~', '\n').replace("FAR", far).replace("MUG", mug)));
        Object operand = value.equals("true") ? (Object) true : value;
        String found =
                goesTo(List.of(filter(prefix + "." + name, "EQUALS", operand)), List.of(sort("distanceKm", "ASC")));
        assertThat(found).as(story).isEqualTo(expected.contains("_") ? expected : world.named(expected));
    }

    @Test
    void an_import_reports_bad_lines_and_a_replacement_forgets_what_it_does_not_name() {
        String name = table("REPLACED", "LOCATION", "NUMBER");
        Answer first = done(upload(name, "", "location,value\n" + near + ",1\n" + far + ",x\n,3\n" + far + ",2\n"));
        assertThat(first.text("/created")).isEqualTo("2");
        assertThat(first.text("/refusedCount")).isEqualTo("2");
        assertThat(first.text("/refused/0/line")).isEqualTo("3");
        assertThat(first.text("/refused/0/reason")).contains("'x' is not a number");
        assertThat(done(upload(name, "", "location,value\n" + near + ",1\n")).text("/unchanged"))
                .isEqualTo("1");
        done(upload(name, "?mode=REPLACE", "location,value\n" + far + ",7\n"));
        Answer rows = done(braid.get(TABLES + name + "/rows?limit=1"));
        assertThat(rows.text("/items/0/location")).isEqualTo(far);
        assertThat(rows.text("/items/0/value")).isEqualTo("7");
        assertThat(rows.text("/items/1/location")).isEmpty();
        assertThat(upload(name, "", "place,value\nx,1\n").status()).isEqualTo(422);
        assertThat(upload(world.named("nothing"), "", "location\n").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s,7\n%s,x\n", "%s,7\n\"%s,8\n", "%s,7\n%s\n"})
    void a_replacement_with_lines_that_are_refused_replaces_nothing(String lines) {
        String name = table("WHOLE", "LOCATION", "NUMBER");
        done(upload(name, "", "location,value\n" + near + ",1\n" + far + ",2\n"));
        String before = done(braid.get(TABLES + name + "/rows")).body();

        Answer refused = upload(name, "?mode=REPLACE", "location,value\n" + lines.formatted(near, far));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/nothing-replaced");
        assertThat(refused.text("/errors/0/detail")).contains("line 3");
        assertThat(braid.get(TABLES + name + "/rows").body()).isEqualTo(before);
    }

    @Test
    void a_street_of_a_postal_code_does_not_stand_for_all_of_it() {
        String name = table("STREETS", "POSTAL_CODE", "NUMBER");
        Answer report = done(
                upload(name, "", "country,postalFrom,postalTo,value\nUS,10001,10001,2\nUS,10001-1234,10001-1299,3\n"));

        assertThat(report.text("/created")).isEqualTo("1");
        assertThat(report.text("/refused/0/reason")).contains("rows stand for whole codes, here 10001");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        E01 | numbers mix                  | available * 2 + line.quantity                                | DESC | FAR
        E02 | distance weighs against stock| distanceKm - 1000 * (available > 10.0 ? 1 : 0)               | ASC  | NEAR
        E03 | a price per location         | location.code.endsWith('FAR') ? 1.5 : 2.5                    | ASC  | FAR
        E04 | a missing attribute          | has(location.attributes.none) ? 1.0 : 2.0 + distanceKm       | DESC | FAR
        E05 | nothing is last either way   | location.code.endsWith('FAR') ? 5.0 : double(location.attributes.none) | DESC | FAR
        """)
    void a_computed_attribute_sorts(String id, String story, String expression, String direction, String expected) {
        String name = world.named(id);
        Answer defined = done(braid.put(COMPUTED + name, Map.of("expression", expression)));
        assertThat(defined.text("/valueType")).isEqualTo("NUMBER");
        assertThat(goesTo(List.of(), List.of(sort("computed." + name, direction))))
                .as(story)
                .isEqualTo(world.named(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        order.chanel == 'WEB'           | line 1, column 1: undeclared reference
        order.channel + 1               | line 1, column 15: found no matching overload
        location.attributes.tier        | of type dyn
        location.groups                 | of type list
        customer.name == 'A'            | undeclared reference
        ((((                            | line 1, column 5
        computed.other > 1              | undeclared reference
        location.code.matches("(x{1000}){1000}")  | repetitions that multiply to at most 100
        location.code.matches("(.{0,90}){0,90}")  | repetitions that multiply to at most 100
        location.code.matches("(")                | is not one: missing closing
        1/0                                       | can never be worked out
        order.value > 1.0 ? 1 % 0 : 2             | can never be worked out
        table.cost + 1.0                          | undeclared reference
        location.code.matches(order.channel)      | must be a text that is written out
        location.code.matches("(abcd){99}")       | takes
        """)
    void an_expression_is_checked_when_it_is_saved(String expression, String says) {
        Answer answer = braid.put(COMPUTED + world.named("bad"), Map.of("expression", expression));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/type")).isEqualTo("/problems/invalid-expression");
        assertThat(answer.text("/errors/0/detail")).contains(says);
        assertThat(braid.get(COMPUTED + world.named("bad")).status()).isEqualTo(404);
    }

    @Test
    void what_is_defined_is_in_the_vocabulary_and_what_is_not_is_refused_with_its_place() {
        String name = world.named("tier");
        done(braid.put(COMPUTED + name, Map.of("expression", "order.value > 100.0", "meaning", "a large order")));
        assertThat(braid.get("/api/v1/routing/vocabulary").body()).contains("computed." + name, "a large order");
        done(braid.send(
                braid.request(COMPUTED + name, BraidUnderTest.OPERATOR_KEY).DELETE()));
        assertThat(braid.get("/api/v1/routing/vocabulary").body()).doesNotContain("computed." + name);
        Answer refused = braid.post(
                "/api/v1/routing/strategies",
                document(List.of(filter("computed." + name, "EQUALS", true)), List.of(sort("table.x", "ASC"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/routes/0/scenarios/0/filters/0/field");
        assertThat(refused.text("/errors/1/pointer")).isEqualTo("/routes/0/scenarios/0/sorts/0/field");
    }

    @Test
    void whole_numbers_of_every_kind_are_numbers() {
        String name = world.named("three");

        assertThat(done(braid.put(COMPUTED + name, Map.of("expression", "uint(3)")))
                        .text("/valueType"))
                .isEqualTo("NUMBER");
    }

    @Test
    void what_cannot_be_sorted_by_is_refused_with_the_reason() {
        String kind = world.named("kind");
        done(braid.put(COMPUTED + kind, Map.of("expression", "location.kind")));

        assertThat(sorted("computed.nobody-defined-it")).contains("no such word is defined");
        assertThat(sorted("computed." + kind)).contains("it is a text, and only numbers sort");
        assertThat(sorted("order.value")).contains("it is the same at every location");
    }

    private String sorted(String field) {
        Answer refused = braid.post("/api/v1/routing/strategies", document(List.of(), List.of(sort(field, "ASC"))));
        assertThat(refused.status()).isEqualTo(422);
        return refused.text("/errors/0/detail");
    }
}
