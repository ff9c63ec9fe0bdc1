package io.braid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid._support.BraidUnderTest;
import io.braid.journal.Deed;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.VendorCode;
import io.braid.store.Transactions;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After every start somebody can call, and no revoked key has come back to life. */
class FirstKeyTest {
    private static final BraidUnderTest BRAID = BraidUnderTest.start();

    private final ApiKeys keys = BRAID.bean(ApiKeys.class);
    private final ApiKeyStore store = BRAID.bean(ApiKeyStore.class);
    private final FirstKey first = new FirstKey(keys, store, BRAID.bean(Transactions.class), BRAID.clock());

    @AfterAll
    static void stop() {
        BRAID.close();
    }

    @Test
    void a_configured_key_is_made_once_and_stays_revoked() {
        String configured = "configured-" + "x".repeat(20);
        assertThat(first.ensure(configured)).isEmpty();
        assertThat(first.ensure(configured)).isEmpty();

        UUID id = keys.findHolder(configured, BRAID.clock().instant())
                .orElseThrow()
                .id();
        assertThat(keys.listKeys(null, null, 100).stream()
                        .filter(k -> k.prefix().equals("conf")))
                .hasSize(1);
        keys.revoke(deed(), id).orThrow();
        assertThat(first.ensure(configured)).isEmpty();
        assertThat(keys.findHolder(configured, BRAID.clock().instant())).isEmpty();
        assertThat(BRAID.bean(Journal.class).listEntries(Subject.of("api-key", id.toString()), 0, 10))
                .extracting(entry -> entry.type())
                .containsExactly("ApiKeyIssued", "ApiKeyRevoked");
    }

    @Test
    void a_weak_key_is_refused_with_what_to_do() {
        for (String weak : new String[] {"short", "x".repeat(23), "with space " + "x".repeat(30)}) {
            assertThatThrownBy(() -> first.ensure(weak))
                    .hasMessageContaining("BRAID_API_KEY must be at least 24")
                    .hasMessageContaining("Leave it out")
                    .hasMessageNotContaining(weak);
        }
    }

    @Test
    void a_vendors_key_cannot_become_the_operators() {
        JdbcClient.create(BRAID.database().owner()).sql("""
                        insert into vendor (code, name, email, status, created_at, updated_at)
                        values ('v', 'V', 'v@example.com', 'ACTIVE', now(), now())""").update();
        ApiKey.Wish wish = new ApiKey.Wish("v", new VendorCode("v"), Set.of("*"), null);
        String secret = keys.issue(deed(), wish).orThrow().secret();

        assertThatThrownBy(() -> first.ensure(secret)).hasMessageContaining("vendor's key");
    }

    @Test
    void without_any_operator_key_one_is_made_up_and_told_once() {
        assertThat(first.ensure("")).as("there is one").isEmpty();
        JdbcClient.create(BRAID.database().owner())
                .sql("update api_key set revoked_at = now() where vendor is null")
                .update();

        String told = first.ensure("");
        String secret = told.substring(told.lastIndexOf(' ') + 1);

        assertThat(secret).startsWith("brd_").hasSize(47);
        assertThat(keys.findHolder(secret, BRAID.clock().instant())).isPresent();
        assertThat(first.ensure("")).isEmpty();
    }

    private static Deed deed() {
        return Deed.bySystem("test", BRAID.clock().instant());
    }
}
