package io.braid.bench;

import io.braid.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Orders replayed per second by a simulation, and what a simulation costs the intake. One replayed order is routed
 * twice, by the live strategy and by the draft, each on its own copy of the stock.
 */
final class SimulationBench implements Benchmark {
    /** With the centres and the vendors' warehouses, a network of 200 locations. */
    private static final int STORES = 136;

    private static final int LOCATIONS = 200;
    private static final int CLIENTS = 16;
    private static final int WARM_UP = 3_000;
    private static final long LOOK_MILLIS = 50;

    @Override
    public String name() {
        return "simulation";
    }

    @Override
    public String help() {
        return """
            orders replayed per second by a what-if simulation, and intake with one beside it
                           --orders=30000 (replayed) --intake=8000 (per measurement)\
            """;
    }

    @Override
    public void run(Options options) throws Exception {
        Path home = Path.of(System.getProperty("braid.home", "."));
        Places places = Places.read();
        try (BraidProcess braid = BraidProcess.start(home);
                Api api = new Api(braid.port())) {
            Machine machine = Machine.look(braid.folder());
            int positions = Network.seed(api, places, STORES);
            IntakeBench.settle(braid);
            Shopper shopper = new Shopper(places);
            int orders = options.number("orders", 30_000);
            System.err.println("Seeded " + positions + " positions; importing " + orders + " orders ...");
            Import.all(api, shopper.orders(orders));
            System.err.println("Imported; warming up ...");
            Load.run(braid.port(), CLIENTS, shopper.orders(WARM_UP));
            System.err.println("Replaying ...");
            String draft = draft(api);
            List<String> rows = new ArrayList<>();
            for (String stock : List.of("NOW", "THEN")) {
                simulate(api, draft, stock);
                double application = braid.application().cpuMillis();
                double postgres = braid.postgres().cpuMillis();
                Map<String, Object> done = simulate(api, draft, stock);
                rows.add(replayed(
                        stock,
                        done,
                        braid.application().cpuMillis() - application,
                        braid.postgres().cpuMillis() - postgres));
            }
            rows.addAll(beside(braid, api, draft, shopper, options.number("intake", 8_000)));
            rows.add("| application, at most resident (VmHWM) | "
                    + braid.application().peakMegabytes() + " MB |");
            tell(home, machine, positions, rows);
        }
    }

    private static String replayed(
            String stock, Map<String, Object> done, double applicationMillis, double postgresMillis) {
        Duration took = Duration.between(
                Instant.parse(String.valueOf(done.get("startedAt"))),
                Instant.parse(String.valueOf(done.get("finishedAt"))));
        Map<String, Object> progress = Json.readMap(Json.write(Objects.requireNonNull(done.get("progress"))));
        long orders = Long.parseLong(String.valueOf(progress.get("done")));
        double seconds = took.toMillis() / 1e3;
        return String.format(
                Locale.ROOT,
                "| replayed, stock %s | %,.0f orders/s (%,d orders in %.2f s; %s changed; CPU per order: application"
                        + " %.0f us, PostgreSQL %.0f us) |",
                stock,
                orders / seconds,
                orders,
                seconds,
                done.get("changedOrders"),
                1e3 * applicationMillis / orders,
                1e3 * postgresMillis / orders);
    }

    /** Alone, beside a simulation, and alone again: a machine that drifts shows in the difference of the two. */
    private static List<String> beside(BraidProcess braid, Api api, String draft, Shopper shopper, int orders)
            throws IOException {
        double before = perSecond(braid, shopper.orders(orders));
        String id = begin(api, draft, "NOW");
        double with = perSecond(braid, shopper.orders(orders));
        Map<String, Object> then = read(api, id);
        boolean ran = "RUNNING".equals(then.get("state"));
        await(api, id);
        double after = perSecond(braid, shopper.orders(orders));
        double alone = (before + after) / 2;
        return List.of(
                String.format(
                        Locale.ROOT, "| intake alone, %d clients | %,.0f and %,.0f orders/s |", CLIENTS, before, after),
                String.format(
                        Locale.ROOT,
                        "| intake beside a simulation%s | %,.0f orders/s, %.0f %% of alone |",
                        ran ? "" : " (which ended before the intake did)",
                        with,
                        100 * with / alone));
    }

    private static double perSecond(BraidProcess braid, List<byte[]> orders) throws IOException {
        long started = System.nanoTime();
        Load.run(braid.port(), CLIENTS, orders);
        return orders.size() / ((System.nanoTime() - started) / 1e9);
    }

    /** The built-in strategy, but for another order of preference. */
    private static String draft(Api api) {
        Map<String, Object> scenario = Map.of(
                "name",
                "much stock first",
                "filters",
                List.of(Map.of("field", "distanceKm", "operator", "LESS_OR_EQUAL", "value", 3_000)),
                "assignment",
                Map.of("mode", "FEWEST_SHIPMENTS", "splitLines", true, "splitUnits", false, "maxShipments", 3),
                "sorts",
                List.of(
                        Map.of("field", "location.rank", "direction", "ASC"),
                        Map.of("field", "distanceKm", "direction", "ASC")),
                "otherwise",
                "NEXT_SCENARIO_WITH_REST");
        Map<String, Object> route =
                Map.of("fulfillmentType", "SHIP", "scenarios", List.of(scenario), "finally", "BACKORDER");
        Map<String, Object> document = Map.of("name", "bench", "shortfall", "REROUTE", "routes", List.of(route));
        return String.valueOf(api.answer("/routing/strategies", document).get("id"));
    }

    private static Map<String, Object> simulate(Api api, String draft, String stock) {
        return await(api, begin(api, draft, stock));
    }

    private static String begin(Api api, String draft, String stock) {
        Map<String, Object> wish = Map.of("strategyId", draft, "lastDays", 30, "stock", stock);
        return String.valueOf(api.answer("/routing/simulations", wish).get("id"));
    }

    private static Map<String, Object> read(Api api, String id) {
        return api.get("/routing/simulations/" + id);
    }

    private static Map<String, Object> await(Api api, String id) {
        for (Map<String, Object> seen = read(api, id); ; seen = read(api, id)) {
            String state = String.valueOf(seen.get("state"));
            if (state.equals("DONE")) {
                return seen;
            }
            if (!state.equals("RUNNING") && !state.equals("QUEUED")) {
                throw new IllegalStateException("the simulation ended " + state + ": " + seen.get("failure"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    private static void tell(Path home, Machine machine, int positions, List<String> rows)
            throws IOException, InterruptedException {
        String day =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).toString();
        String commit = Machine.commit(home);
        String text = String.format(
                        Locale.ROOT,
                        "# Simulations, %s, commit %s%n%n%s.%n%n%d locations, %,d positions. An order is replayed by"
                                + " the live strategy and by a draft, each on its own copy of the stock. Aims: 10,000"
                                + " orders/s on two cores; intake beside a simulation at 90 %% or more.%n%n| measured |"
                                + " figure |%n|---|---|%n",
                        day,
                        commit,
                        machine.told(),
                        LOCATIONS,
                        positions)
                + String.join("\n", rows)
                + "\n";
        System.out.println(text);
        Path folder = home.resolve("bench/results");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("simulation-" + day + "-" + commit + ".md"), text);
    }
}
