package io.braid.simulation;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Eventually;
import io.braid._support.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Simulations go a quarter after they ended, with all that was kept for them; one that has not ended never goes. */
class RetentionTest {
    private static final String SIMULATIONS = "/api/v1/routing/simulations";

    @Test
    void one_is_removed_ninety_days_after_it_ended_and_the_journal_remembers_it() {
        try (BraidUnderTest braid = BraidUnderTest.start()) {
            World world = World.in(braid);
            String mug = world.product("MUG");
            world.stock(world.warehouse("MEM", "38118"), mug, 5);
            world.place(mug, 1);
            braid.clock().turn(Duration.ofMinutes(1));
            String early = simulated(braid);
            braid.clock().turn(Duration.ofDays(60));
            String late = simulated(braid);
            JdbcClient owner = JdbcClient.create(braid.database().owner());
            owner.sql("insert into simulation_line select id, 1, '{}' from simulation")
                    .update();
            RetentionJob job = braid.bean(RetentionJob.class);

            braid.clock().turn(Duration.ofDays(30));
            job.run();
            assertThat(braid.get(SIMULATIONS + "/" + early).status()).isEqualTo(200);

            braid.clock().turn(Duration.ofSeconds(1));
            job.run();
            assertThat(braid.get(SIMULATIONS + "/" + early).status()).isEqualTo(404);
            assertThat(braid.get(SIMULATIONS + "/" + late).status()).isEqualTo(200);
            assertThat(kept(owner, "simulation_change")).isOne();
            assertThat(kept(owner, "simulation_line")).isOne();
            assertThat(done(braid.get("/api/v1/journal?subject=simulation:" + early))
                            .body())
                    .contains("SimulationFinished", "SimulationRemoved");

            owner.sql("update simulation set state = 'RUNNING', lease_until = now() + interval '1 hour'")
                    .update();
            braid.clock().turn(Duration.ofDays(365));
            job.run();
            assertThat(kept(owner, "simulation")).isOne();
        }
    }

    private static long kept(JdbcClient owner, String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String simulated(BraidUnderTest braid) {
        Map<String, ?> document = Map.of(
                "name",
                "nothing",
                "routes",
                List.of(Map.of(
                        "fulfillmentType",
                        "SHIP",
                        "scenarios",
                        List.of(Map.of(
                                "name",
                                "nowhere",
                                "locations",
                                Map.of("kinds", List.of("STORE")),
                                "assignment",
                                Map.of("mode", "FIRST_FIT"))))));
        Answer begun = done(braid.post(SIMULATIONS, Map.of("strategy", document, "lastDays", 200)));
        String id = begun.text("/id");
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertThat(braid.get(SIMULATIONS + "/" + id).text("/state"))
                        .isEqualTo("DONE"));
        return id;
    }
}
