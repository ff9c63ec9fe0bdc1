package io.braid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Eventually;
import io.braid._support.TestDatabase;
import io.braid.app.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The retailer of the demo: whole when it is made, and a past that can be asked about. */
class DemoTest {
    private static final String KEY = "brd_test_" + "d".repeat(32);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void its_orders_are_simulated_on_the_stock_of_their_time() {
        DemoClock clock = new DemoClock();
        TestDatabase database = TestDatabase.freshDatabase();
        try (ConfigurableApplicationContext context = TestServer.shared()
                .start(database.name(), clock, Map.of("BRAID_API_KEY", KEY, "BRAID_DATA", "target/braid-demo"))) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            URI base = URI.create("http://127.0.0.1:" + port);
            Demo.Seeded seeded = Demo.seed(base, KEY, clock);
            assertThat(seeded.counts().getOrDefault("orders ROUTED", 0)).isGreaterThan(450);

            DemoClient operator = new DemoClient(base, KEY);
            JsonNode live = operator.get("/routing/strategies?state=LIVE");
            JsonNode begun = operator.post(
                    "/routing/simulations",
                    Map.of("strategyId", live.at("/items/0/id").asString(), "lastDays", 4, "stock", "THEN"));
            String path = "/routing/simulations/" + begun.at("/id").asString();
            Eventually.within(
                    PATIENCE,
                    () -> assertThat(operator.get(path).at("/state").asString()).isEqualTo("DONE"));

            JsonNode done = operator.get(path);
            assertThat(done.at("/progress/done").asInt()).isEqualTo(500);
            long assigned = done.at("/draft/assignedUnits").asLong();
            assertThat(assigned).isGreaterThan(1_000);
            assertThat(done.at("/draft/backorderedUnits").asLong()).isLessThan(assigned / 20);
        }
    }
}
