package io.braid.vendor;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Mailbox;
import io.braid._support.Papers;
import io.braid._support.People;
import io.braid._support.World;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents over HTTP, with a Braid of their own: the set is one for all vendors, and the clock is turned. */
class DocumentsTest {
    private static final BraidUnderTest BRAID = BraidUnderTest.start();
    private static final Map<String, String> APPROVED = Map.of("decision", "APPROVED");

    private final World world = World.in(BRAID);
    private final String acme = world.vendor("acme");
    private final String key = world.vendorKey(acme);
    private final String documents = "/api/v1/vendors/" + acme + "/documents/";

    @BeforeAll
    static void asks_for_documents() {
        Map<String, Object> insurance = Map.of(
                "code",
                "insurance",
                "title",
                "Insurance",
                "instructions",
                "Cover note.",
                "required",
                true,
                "expires",
                true,
                "remindDays",
                30);
        Map<String, Object> w9 = Map.of("code", "w9", "title", "W-9", "instructions", "Signed.", "required", false);
        done(BRAID.put("/api/v1/vendor-documents/requirements", Map.of("requirements", List.of(insurance, w9))));
    }

    @AfterAll
    static void close() {
        BRAID.close();
    }

    @Test
    void a_rejected_document_comes_back_as_a_new_version_and_both_sides_talk_about_it() {
        assertThat(Papers.send(BRAID, key, "insurance", Papers.pdf("1"), "2027-01-31")
                        .status())
                .isEqualTo(201);
        assertThat(Papers.send(BRAID, key, "insurance", Papers.pdf("1"), "2027-01-31")
                        .status())
                .as("the very same file is known")
                .isEqualTo(200);
        assertThat(BRAID.get("/api/v1/vendor-documents").body()).contains("\"vendor\":\"" + acme + "\"");
        Answer wordless = BRAID.post(documents + "insurance/reviews", Map.of("decision", "REJECTED"));
        assertThat(wordless.text("/errors/0/pointer")).isEqualTo("/comment");
        done(BRAID.post(
                documents + "insurance/reviews", Map.of("decision", "REJECTED", "comment", "The stamp is missing.")));
        Answer seen = done(BRAID.get("/api/v1/vendor/documents/insurance", key));
        assertThat(seen.text("/state")).isEqualTo("REJECTED");
        assertThat(seen.text("/comment")).isEqualTo("The stamp is missing.");
        done(BRAID.post("/api/v1/vendor/documents/insurance/messages", Map.of("text", "Which stamp?"), key));
        done(BRAID.post(documents + "insurance/messages", Map.of("text", "The insurer's.")));
        assertThat(BRAID.get("/api/v1/vendor/documents/insurance/messages", key)
                        .json()
                        .at("/items")
                        .findValuesAsString("side"))
                .containsExactly("VENDOR", "OPERATOR");

        done(Papers.send(BRAID, key, "insurance", Papers.pdf("2"), "2027-01-31"));
        done(BRAID.post(documents + "insurance/reviews", APPROVED));
        done(Papers.send(BRAID, key, "insurance", Papers.pdf("3"), "2028-01-31"));
        Answer renewed = BRAID.get(documents + "insurance");
        assertThat(renewed.text("/state")).isEqualTo("SUBMITTED");
        assertThat(renewed.json().at("/holds").asBoolean())
                .as("the approved one stays in force")
                .isTrue();
        assertThat(renewed.json().at("/versions").findValuesAsString("state"))
                .containsExactly("REJECTED", "APPROVED", "SUBMITTED");
        Answer log = BRAID.get("/api/v1/journal?subject=vendor-document:" + acme + "/insurance");
        assertThat(log.body()).doesNotContain("stamp").contains("DocumentRejected", "DocumentDiscussed");
        assertThat(BRAID.bean(Invariants.class).check()).allMatch(Finding::holds);
    }

    @Test
    void of_two_reviewers_at_once_one_wins_and_the_other_is_told() throws Exception {
        done(Papers.send(BRAID, key, "w9", Papers.png(), ""));
        Callable<Answer> yes = () -> BRAID.post(documents + "w9/reviews", APPROVED);
        Callable<Answer> no =
                () -> BRAID.post(documents + "w9/reviews", Map.of("decision", "REJECTED", "comment", "no"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Answer> answers = threads.invokeAll(List.of(yes, no)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            Answer late =
                    answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
            assertThat(late.text("/type")).isEqualTo("/problems/document-reviewed");
        }
        done(Papers.send(BRAID, key, "w9", Papers.jpeg(), ""));
        assertThat(BRAID.post(documents + "w9/reviews", Map.of("decision", "APPROVED", "version", 1))
                        .status())
                .as("another version than the one that was looked at")
                .isEqualTo(409);
    }

    @Test
    void what_is_no_document_is_refused_and_leaves_nothing() {
        byte[] pdf = Papers.pdf("x");
        assertThat(Papers.sendAs(BRAID, key, "w9", new byte[0], "application/pdf")
                        .text("/type"))
                .isEqualTo("/problems/not-that-file");
        assertThat(Papers.sendAs(BRAID, key, "w9", pdf, "image/png").text("/type"))
                .isEqualTo("/problems/not-that-file");
        assertThat(Papers.sendAs(BRAID, key, "w9", pdf, "text/html").status()).isEqualTo(415);
        assertThat(Papers.sendAs(BRAID, key, "w9", pdf, "application/zip").status())
                .isEqualTo(415);
        assertThat(Papers.sendNamed(BRAID, key, "w9", pdf, "../../evil.pdf").text("/type"))
                .isEqualTo("/problems/bad-file-name");
        assertThat(Papers.send(BRAID, key, "insurance", pdf, "").text("/type")).isEqualTo("/problems/expiry-needed");
        assertThat(Papers.send(BRAID, key, "insurance", pdf, "2026-11-22").text("/type"))
                .isEqualTo("/problems/expiry-needed");
        assertThat(Papers.send(BRAID, key, "no-such", pdf, "").status()).isEqualTo(404);
        assertThat(BRAID.get("/api/v1/vendor/documents/w9", key).text("/state")).isEqualTo("MISSING");
    }

    @Test
    void fifty_megabytes_are_refused_long_before_their_end() {
        byte[] big = new byte[50_000_000];
        System.arraycopy(Papers.pdf("x"), 0, big, 0, 20);
        Answer answer = BRAID.send(BRAID.request("/api/v1/vendor/documents/w9/versions?name=big", key)
                .setHeader("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big))));

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.text("/type")).isEqualTo("/problems/body-too-large");
    }

    @Test
    void a_file_comes_back_to_the_byte_as_an_attachment_that_runs_nothing() throws IOException {
        byte[] pdf = Papers.pdf("p".repeat(1_300_000));
        done(Papers.send(BRAID, key, "w9", pdf, ""));

        Answer own = BRAID.get("/api/v1/vendor/documents/w9/versions/1/content", key);
        assertThat(own.body().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo(pdf);
        assertThat(own.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + acme + "-w9-1.pdf\"");
        assertThat(own.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(own.header("Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
        assertThat(own.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(BRAID.get(documents + "w9/versions/1/content").body()).isEqualTo(own.body());
        assertThat(BRAID.get(documents + "w9/versions/2/content").status()).isEqualTo(404);
    }

    @Test
    void another_vendors_document_looks_like_none_behind_both_walls() {
        done(Papers.send(BRAID, key, "w9", Papers.pdf("CANARY"), ""));
        String stranger = world.vendorKey(world.vendor("bolt"));

        Answer foreign = BRAID.get("/api/v1/vendor/documents/w9/versions/1/content", stranger);
        Answer missing = BRAID.get("/api/v1/vendor/documents/no-such/versions/1/content", stranger);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(BRAID.post("/api/v1/vendor/documents/w9/messages", Map.of("text", "x"), stranger)
                        .body())
                .isEqualTo(missing.body());
        assertThat(BRAID.get("/api/v1/vendor/activity", stranger).body()).doesNotContain(acme);
        JdbcClient role = JdbcClient.create(BRAID.database().vendor());
        for (String table : List.of(
                "vendor_step",
                "vendor_document",
                "document_version",
                "document_content",
                "document_message",
                "vendor_location",
                "item_proposal",
                "journal")) {
            String count = "select count(*) from " + table.replace("journal", "(select seq from journal) j");
            assertThat(role.sql(count).query(Integer.class).single())
                    .as("%s without a vendor's name", table)
                    .isZero();
        }
    }

    @Test
    void superseded_versions_make_room_the_oldest_first_also_when_many_come_at_once() throws Exception {
        byte[] nine = Papers.pdf("q".repeat(9_400_000));
        for (int i = 0; i < 11; i++) {
            nine[200] = (byte) ('a' + i);
            done(Papers.send(BRAID, key, "w9", nine, ""));
            if (i == 0) {
                done(BRAID.post(documents + "w9/reviews", APPROVED));
            }
        }
        List<Callable<Answer>> more = IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Answer>)
                        () -> Papers.send(BRAID, key, "w9", Papers.pdf("r".repeat(4_000_000) + i), ""))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(more).stream().map(Future::resultNow).map(Answer::status))
                    .containsOnly(201);
        }
        List<Integer> kept =
                BRAID.get("/api/v1/vendor/documents/w9", key).json().at("/versions").findValues("number").stream()
                        .map(number -> number.asInt())
                        .sorted()
                        .toList();
        assertThat(kept)
                .as("the reviewed one stays, and takes no room")
                .containsExactly(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        assertThat(bytes("document_content", "sum(length(bytes))")).isLessThan(115 * 1_048_576L);
        assertThat(BRAID.get("/api/v1/journal?subject=vendor-document:" + acme + "/w9")
                        .body())
                .contains("DocumentVersionsDropped");
        Answer gone = BRAID.get("/api/v1/vendor/documents/w9/versions/2/content", key);
        assertThat(gone.status()).isEqualTo(404);
    }

    @Test
    void what_waits_for_a_review_is_never_dropped_and_has_its_room() {
        done(Papers.send(BRAID, key, "insurance", Papers.pdf("1"), "2027-01-31"));
        JdbcClient.create(BRAID.database().owner())
                .sql("update document_version set bytes = 104857500 where vendor = ?")
                .param(acme)
                .update();
        Answer full = Papers.send(BRAID, key, "w9", Papers.pdf("2"), "");
        assertThat(full.text("/type")).isEqualTo("/problems/document-quota-exceeded");
        done(BRAID.post(documents + "insurance/reviews", APPROVED));
        assertThat(Papers.send(BRAID, key, "w9", Papers.pdf("2"), "").status()).isEqualTo(201);
    }

    private long bytes(String table, String what) {
        return JdbcClient.create(BRAID.database().owner())
                .sql("select " + what + " from " + table + " where vendor = ?")
                .param(acme)
                .query(Long.class)
                .single();
    }

    @Test
    void the_end_of_a_document_is_told_once_before_and_once_after() {
        done(Papers.send(BRAID, key, "insurance", Papers.pdf("1"), "2027-03-31"));
        done(BRAID.post(documents + "insurance/reviews", APPROVED));
        String finance = world.named("fin@example.com");
        String fulfilment = world.named("ful@example.com");
        People.of(BRAID).vendorUser(acme, "vendor-finance", finance);
        People.of(BRAID).vendorUser(acme, "vendor-fulfilment", fulfilment);
        DocumentExpiryJob job = BRAID.bean(DocumentExpiryJob.class);
        job.run();
        assertThat(told()).isEmpty();

        BRAID.clock().turnTo(java.time.Instant.parse("2027-03-02T00:00:00Z"));
        job.run();
        job.run();
        assertThat(told()).containsExactly("DocumentExpiresSoon");
        assertThat(Mailbox.of(BRAID, finance).texts())
                .hasSize(2)
                .first()
                .asString()
                .contains("Insurance, ends on 2027");
        assertThat(Mailbox.of(BRAID, fulfilment).texts())
                .as("no work of theirs")
                .hasSize(1);
        BRAID.clock().turn(Duration.ofDays(29));
        job.run();
        assertThat(told()).as("the last day is a good one").containsExactly("DocumentExpiresSoon");
        BRAID.clock().turn(Duration.ofDays(1));
        job.run();
        job.run();
        assertThat(told()).containsExactly("DocumentExpiresSoon", "DocumentExpired");
        assertThat(Mailbox.of(BRAID, finance).texts())
                .hasSize(3)
                .first()
                .asString()
                .contains("ended on 2027-03-31");
        assertThat(BRAID.get("/api/v1/vendor/documents/insurance", key).text("/state"))
                .isEqualTo("EXPIRED");
        assertThat(BRAID.get("/api/v1/vendors/" + acme).body()).contains("DOCUMENT:insurance");
        BRAID.clock().turnTo(io.braid._support.TurnableClock.START);
    }

    private List<String> told() {
        return BRAID
                .get("/api/v1/journal?subject=vendor-document:" + acme + "/insurance")
                .json()
                .at("/items")
                .findValuesAsString("type")
                .stream()
                .filter(type -> type.startsWith("DocumentExpire"))
                .toList();
    }

    @Test
    void the_set_is_changed_as_a_whole_and_an_old_version_is_told() {
        Answer set = done(BRAID.get("/api/v1/vendor-documents/requirements"));
        int version = set.json().at("/version").asInt();
        Map<String, Object> same =
                Map.of("requirements", set.json().at("/requirements"), "expectedVersion", version - 1);
        assertThat(BRAID.put("/api/v1/vendor-documents/requirements", same).text("/type"))
                .isEqualTo("/problems/version-conflict");
        Map<String, Object> twice = Map.of("code", "w9", "title", "W", "instructions", "x", "required", false);
        assertThat(BRAID.put("/api/v1/vendor-documents/requirements", Map.of("requirements", List.of(twice, twice)))
                        .text("/errors/0/pointer"))
                .isEqualTo("/requirements/1/code");
    }
}
