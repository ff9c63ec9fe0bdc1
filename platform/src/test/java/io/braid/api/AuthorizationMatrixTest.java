package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Personas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the description times everybody who may knock. What is expected stands in
 * {@code authorization.txt}, written by people: which permission an operation asks for, and which ready-made roles have
 * it. An operation that is not there fails, so nothing is open by being forgotten.
 */
class AuthorizationMatrixTest {
    private static final String MISSING = Knocks.MISSING;
    private static final Map<String, String> SCOPES = new TreeMap<>();
    private static final Map<String, Set<String>> ROLES = new TreeMap<>();

    /** A document that is asked for has one name, under which each vendor sees and sends its own. */
    private static final Set<String> EVERYBODYS =
            Set.of("GET /api/v1/vendor/documents/{id}", "POST /api/v1/vendor/documents/{id}/versions");

    private static BraidUnderTest braid;
    private static Personas personas;
    private static List<Operation> operations;
    private static Knocks knocks;

    @BeforeAll
    static void everybodyArrives() throws IOException {
        try (InputStream in = AuthorizationMatrixTest.class.getResourceAsStream("/authorization.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] words = line.strip().split(" +");
                if (line.startsWith("GET ") || line.matches("(POST|PUT|DELETE|PATCH) .*")) {
                    SCOPES.put(words[0] + " " + words[1], words[2]);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    ROLES.put(words[0], new TreeSet<>(Arrays.asList(words).subList(1, words.length)));
                }
            }
        }
        braid = BraidUnderTest.start();
        knocks = new Knocks(braid);
        personas = new Personas(braid);
        personas.arrive();
        operations = Operation.of(braid.get("/api/v1/openapi.json").json());
    }

    @AfterAll
    static void everybodyLeaves() {
        braid.close();
    }

    @Test
    void every_operation_is_declared_with_the_permission_it_asks_for() {
        Map<String, String> told = new LinkedHashMap<>();
        operations.forEach(one -> told.put(one.toString(), one.isOpen() ? "open" : one.scope()));

        assertThat(told)
                .as("put what is new into src/test/resources/authorization.txt, after asking who may do it")
                .containsExactlyInAnyOrderEntriesOf(SCOPES);
        Set<String> scopes = new TreeSet<>(SCOPES.values());
        scopes.remove("open");
        assertThat(ROLES.keySet())
                .as("each permission has a line with the roles that have it")
                .containsAll(scopes);
    }

    @Test
    void nobody_gets_in_without_proof_and_what_is_suspended_or_signed_out_is_nobody() {
        for (Operation one : operations) {
            List<Answer> answers = new ArrayList<>();
            answers.add(knocks.by(one.isForVendors() ? Browser.atVendorPortal(braid) : Browser.atConsole(braid), one));
            answers.add(knocks.by(personas.browser(one.isForVendors() ? "suspended" : "signed-out"), one));
            for (Answer answer : answers) {
                if (one.isOpen()) {
                    assertThat(answer.status()).as(one + " " + answer.body()).isNotIn(401, 403, 500);
                } else {
                    BadInputTest.assertProblem(answer, 401, "unauthenticated");
                }
            }
        }
    }

    @Test
    void every_role_may_what_is_declared_and_nothing_else() {
        List<String> wrong = new ArrayList<>();
        for (Operation one : operations) {
            for (String role : one.isForVendors() ? Personas.VENDOR_ROLES : Personas.ROLES) {
                if (one.isOpen() || one.endsItself()) {
                    continue;
                }
                Answer answer = knocks.by(personas.browser(role), one);
                boolean may = ROLES.getOrDefault(one.scope(), Set.of()).contains(role);
                boolean lacks = answer.text("/type").equals("/problems/missing-scope");
                if (may == lacks || answer.status() == 401 || answer.status() >= 500) {
                    wrong.add(role + " " + one + ": " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_key_with_too_few_scopes_and_one_of_the_other_audience_stay_outside() {
        String operator = personas.poorKey("");
        String vendor = personas.poorKey(personas.vendorA());
        for (Operation one : operations) {
            if (one.isOpen() || one.scope().startsWith("account:")) {
                continue;
            }
            BadInputTest.assertProblem(knocks.by(one.isForVendors() ? vendor : operator, one), 403, "missing-scope");
            BadInputTest.assertProblem(knocks.by(one.isForVendors() ? operator : vendor, one), 403, "wrong-audience");
        }
    }

    /** Whoever has it can read it: otherwise nothing below would be compared with anything. */
    @Test
    void what_is_compared_is_really_there() {
        Targets targets = Targets.ofVendorA(personas);
        for (Operation one : operations) {
            String object = targets.objectFor(one);
            if (one.isForVendors() && one.names() && one.method().equals("GET") && !object.equals(MISSING)) {
                Answer own = knocks.by(personas.browser("vendor-admin"), one, object);
                assertThat(own.status()).as(one + " " + own.body()).isEqualTo(200);
            }
        }
    }

    @Test
    void what_is_anothers_looks_like_what_is_missing_to_the_byte() {
        Targets targets = Targets.ofVendorA(personas);
        for (Operation one : operations) {
            if (!one.isForVendors() || !one.names() || EVERYBODYS.contains(one.toString())) {
                continue;
            }
            String object = targets.objectFor(one);
            String body = Targets.bodyFor(one);
            assertThat(object).as("name something of vendor A for " + one).isNotEmpty();
            Answer foreign = knocks.by(personas.browser("vendor-b"), one, object, body);
            String nothing = one.path().contains("purchase-orders") ? "999999999-1" : MISSING;
            Answer missing = knocks.by(personas.browser("vendor-b"), one, nothing, body);
            assertThat(Knocks.seen(foreign)).as(one.toString()).isEqualTo(Knocks.seen(missing));
            // A list below something that is not there may also be empty.
            boolean isNothing = foreign.status() == 404 || foreign.body().startsWith("{\"items\":[],");
            assertThat(isNothing || (foreign.status() >= 400 && !one.method().equals("GET")))
                    .as(one + " " + foreign.status() + " " + foreign.body())
                    .isTrue();
        }
    }
}
