package io.braid.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid._support.TestDatabase;
import io.braid._support.TurnableClock;
import io.braid.store.Idempotency.Answer;
import io.braid.store.Idempotency.Claim;
import io.braid.store.Idempotency.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Keys by the list, as an intake of many orders claims and keeps them. */
class IdempotencyTest {
    private static final TestDatabase DATABASE = TestDatabase.freshDatabase();

    private final TurnableClock clock = new TurnableClock();
    private final Idempotency idempotency =
            new Idempotency(new IdempotencyStore(JdbcClient.create(DATABASE.app())), clock);
    private final Transactions transactions = new Transactions(new DataSourceTransactionManager(DATABASE.app()));

    @Test
    void a_list_is_claimed_at_once_each_key_by_its_own_case() {
        Answer before = new Answer(201, Map.of("Location", "/a: b", "ETag", "\"1\""), bytes("{\"a\":1}"));
        transactions.run(() -> {
            idempotency.claim(List.of(key("z", "one"), key("a", "one")));
            idempotency.keep(List.of(new Kept(key("z", "one"), before), new Kept(key("a", "one"), before)));
        });

        List<Claim> claims = transactions.call(() -> idempotency.claim(
                List.of(key("z", "one"), key("new", "x"), key("a", "other"), key("new", "x"), key("new", "y"))));

        assertThat(claims.get(0)).isInstanceOfSatisfying(Claim.Replay.class, replay -> {
            assertThat(replay.answer().status()).isEqualTo(201);
            assertThat(replay.answer().headers()).isEqualTo(before.headers());
            assertThat(replay.answer().body()).isEqualTo(before.body());
        });
        assertThat(claims.subList(1, 5))
                .containsExactly(new Claim.New(), new Claim.Reused(), new Claim.Twin(1), new Claim.Reused());
    }

    @Test
    void the_principal_is_part_of_the_key() {
        Idempotency.Key mine = Idempotency.Key.of("me", "k", List.of(bytes("x")));
        Idempotency.Key theirs = Idempotency.Key.of("you", "k", List.of(bytes("y")));

        assertThat(transactions.call(() -> idempotency.claim(List.of(mine, theirs))))
                .containsExactly(new Claim.New(), new Claim.New());
    }

    @Test
    void what_is_rolled_back_was_never_claimed() {
        for (int i = 0; i < 2; i++) {
            List<Claim> claims = new ArrayList<>();
            assertThatThrownBy(() -> transactions.run(() -> {
                        claims.addAll(idempotency.claim(List.of(key("undone", "x"))));
                        throw new IllegalStateException("undo");
                    }))
                    .hasMessage("undo");
            assertThat(claims).containsExactly(new Claim.New());
        }
    }

    @Test
    void expired_keys_are_free_and_removed_by_the_job_and_others_stay() {
        keep("old");
        clock.turn(Duration.ofDays(2));
        keep("young");
        clock.turn(Duration.ofHours(25));

        new IdempotencyJob(idempotency).run();

        assertThat(JdbcClient.create(DATABASE.owner())
                        .sql("select key from idempotency where key in ('old', 'young')")
                        .query(String.class)
                        .list())
                .containsExactly("young");
        assertThat(transactions.call(() -> idempotency.claim(List.of(key("old", "other")))))
                .containsExactly(new Claim.New());
    }

    private void keep(String text) {
        transactions.run(() -> {
            idempotency.claim(List.of(key(text, "x")));
            idempotency.keep(List.of(new Kept(key(text, "x"), new Answer(200, Map.of(), new byte[0]))));
        });
    }

    private static Idempotency.Key key(String text, String body) {
        return Idempotency.Key.of("tester", text, List.of(bytes("POST"), bytes(body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
