package io.braid.vendor;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.braid._support.BraidUnderTest;
import io.braid._support.Papers;
import io.braid._support.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in the database of tax ids and files is nothing that anybody could read. */
class SealedTest {
    private static final BraidUnderTest BRAID = BraidUnderTest.start();
    private static final String TAX_ID = "98-7654321";
    private static final JdbcClient OWNER = JdbcClient.create(BRAID.database().owner());

    private final World world = World.in(BRAID);
    private final String acme = world.vendor("acme");
    private final String key = world.vendorKey(acme);

    @BeforeAll
    static void asks_for_a_document() {
        Map<String, Object> w9 = Map.of("code", "w9", "title", "W-9", "instructions", "Signed.", "required", false);
        done(BRAID.put("/api/v1/vendor-documents/requirements", Map.of("requirements", List.of(w9))));
    }

    @AfterAll
    static void close() {
        BRAID.close();
    }

    private String rawTaxId() {
        return OWNER.sql("select tax_id from vendor where code = ?")
                .param(acme)
                .query(String.class)
                .single();
    }

    private List<String> rawParts() {
        return OWNER.sql("select bytes from document_content where vendor = ? order by part")
                .param(acme)
                .query((rs, row) -> new String(rs.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();
    }

    private void profile() {
        done(BRAID.put(
                "/api/v1/vendor/profile",
                Map.of(
                        "companyName", acme,
                        "taxId", TAX_ID,
                        "primaryContact", Map.of("name", "Ann", "email", "a@example.com", "phone", "+12025550123")),
                key));
    }

    private String shownTaxId() {
        return done(BRAID.get("/api/v1/vendor/profile", key)).text("/taxId");
    }

    @Test
    void the_row_of_a_vendor_holds_no_tax_id_that_can_be_read() {
        profile();
        assertThat(rawTaxId()).startsWith("sealed:").doesNotContain(TAX_ID, "7654321");
        assertThat(OWNER.sql("select v::text from vendor v where code = ?")
                        .param(acme)
                        .query(String.class)
                        .single())
                .doesNotContain(TAX_ID);
        assertThat(shownTaxId()).isEqualTo(TAX_ID);
    }

    @Test
    void the_parts_of_a_file_hold_nothing_of_it_and_come_back_to_the_byte() {
        byte[] pdf = Papers.pdf("SECRET".repeat(200_000));
        done(Papers.send(BRAID, key, "w9", pdf, ""));
        assertThat(rawParts())
                .hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(part).doesNotContain("SECRET", "%PDF"));
        assertThat(BRAID.bytes("/api/v1/vendor/documents/w9/versions/1/content", key))
                .isEqualTo(pdf);
    }

    @Test
    void what_lay_open_before_is_read_and_sealed_in_the_background() {
        byte[] pdf = Papers.pdf("OLD");
        done(Papers.send(BRAID, key, "w9", pdf, ""));
        profile();
        OWNER.sql("update document_content set bytes = ?, sealed = false where vendor = ?")
                .params(pdf, acme)
                .update();
        OWNER.sql("update vendor set tax_id = ? where code = ?")
                .params(TAX_ID, acme)
                .update();
        assertThat(rawParts().getFirst()).contains("OLD");
        assertThat(BRAID.bytes("/api/v1/vendor/documents/w9/versions/1/content", key))
                .isEqualTo(pdf);
        assertThat(shownTaxId()).isEqualTo(TAX_ID);

        BRAID.bean(SealingJob.class).run();

        assertThat(rawParts().getFirst()).doesNotContain("OLD", "%PDF");
        assertThat(rawTaxId()).startsWith("sealed:");
        assertThat(BRAID.bytes("/api/v1/vendor/documents/w9/versions/1/content", key))
                .isEqualTo(pdf);
        assertThat(shownTaxId()).isEqualTo(TAX_ID);
    }

    @Test
    void a_sealed_file_cannot_be_changed_by_the_application_nor_moved_to_another_row() {
        done(Papers.send(BRAID, key, "w9", Papers.pdf("A"), ""));
        JdbcClient application = JdbcClient.create(BRAID.database().app());
        assertThat(application
                        .sql("update document_content set bytes = 'x' where vendor = ?")
                        .param(acme)
                        .update())
                .as("no row may be touched")
                .isZero();
        Throwable refused = catchThrowable(() -> application
                .sql("update document_content set vendor = 'x' where vendor = ?")
                .param(acme)
                .update());
        assertThat(refused).rootCause().hasMessageContaining("permission denied");
    }
}
