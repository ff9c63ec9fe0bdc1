package io.braid.bench;

import io.braid.bench.IntakeReport.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders per second, through HTTP and through the import, beside what the database alone allows for the same rows.
 * Every round measures everything once, so that a machine that is slow for a while is slow for all; medians are told.
 */
final class IntakeBench implements Benchmark {
    static final String IMPORT = "import";
    static final String F1 = "F1, 1 connection";
    static final String F100 = "F100, 1 connection";

    private static final List<Integer> CLIENTS = List.of(1, 8, 16, 64);
    private static final List<Integer> CONNECTIONS = List.of(1, 2, 4);
    private static final int PER_TRANSACTION = 100;
    private static final int WARM_UP = 3_000;
    private static final int TEMPLATES = 2_000;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String help() {
        return """
            orders per second through POST /orders and the import, beside bare JDBC loops writing the same rows
                           --rounds=3 --orders=4000 (per number of clients) --import=10000 --floor=4000\
            """;
    }

    static String clients(int clients) {
        return "HTTP, " + clients + (clients == 1 ? " client" : " clients");
    }

    static String floor(int connections) {
        return connections == 1 ? F1 : "F1, " + connections + " connections";
    }

    @Override
    public void run(Options options) throws Exception {
        Path home = Path.of(System.getProperty("braid.home", "."));
        Places places = Places.read();
        System.err.println("Starting Braid on a fresh database ...");
        try (BraidProcess braid = BraidProcess.start(home);
                Api api = new Api(braid.port())) {
            Machine machine = Machine.look(braid.folder());
            int positions = Network.seed(api, places);
            System.err.println("Seeded " + positions + " positions; warming up ...");
            settle(braid);
            Run run = new Run(braid, api, new Shopper(places), options);
            run.warmUp();
            for (int round = 1; round <= options.number("rounds", 3); round++) {
                System.err.println("Round " + round);
                run.round();
            }
            run.finish();
            Setting setting = new Setting(machine, run.version(), Machine.commit(home), positions);
            new IntakeReport(setting, run.figures, run.templates(), run.ends).tell(home.resolve("bench/results"));
        }
    }

    /** What autovacuum does within a minute of a large import. */
    static void settle(BraidProcess braid) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(braid.ownerUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** One Braid under measurement. */
    private static final class Run {
        private final BraidProcess braid;
        private final Api api;
        private final Shopper shopper;
        private final Options options;
        private final ProcessTree application;
        private final ProcessTree postgres;
        private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
        private final List<String> ends = new ArrayList<>();
        private Templates templates = new Templates(List.of(), List.of());
        private Floor floor;

        Run(BraidProcess braid, Api api, Shopper shopper, Options options) throws IOException {
            this.braid = braid;
            this.api = api;
            this.shopper = shopper;
            this.options = options;
            this.application = braid.application();
            this.postgres = braid.postgres();
            this.floor = new Floor(braid.ownerUrl(), templates);
        }

        void warmUp() throws Exception {
            for (int clients : CLIENTS) {
                Load.run(braid.port(), clients, shopper.orders(WARM_UP));
            }
            Import.all(api, shopper.orders(WARM_UP));
            try (Connection connection = DriverManager.getConnection(braid.ownerUrl())) {
                templates = Templates.ofLast(connection, TEMPLATES);
            }
            floor = new Floor(braid.ownerUrl(), templates);
            floor.write(WARM_UP, 1, 2);
            floor.write(WARM_UP, PER_TRANSACTION, 1);
        }

        void round() throws Exception {
            int orders = options.number("orders", 4_000);
            for (int clients : CLIENTS) {
                List<byte[]> bodies = shopper.orders(orders);
                measure(clients(clients), orders, () -> Load.run(braid.port(), clients, bodies));
            }
            List<byte[]> imported = shopper.orders(options.number("import", 10_000));
            measure(IMPORT, imported.size(), () -> Import.all(api, imported));
            int floors = options.number("floor", 4_000);
            for (int connections : CONNECTIONS) {
                measure(floor(connections), floors, () -> write(floors, 1, connections));
            }
            measure(F100, 2 * floors, () -> write(2 * floors, PER_TRANSACTION, 1));
        }

        private long[] write(int orders, int perTransaction, int connections) throws IOException {
            floor.write(orders, perTransaction, connections);
            return new long[1];
        }

        private interface Work {
            long[] run() throws Exception;
        }

        private void measure(String name, int orders, Work work) throws Exception {
            double applicationBefore = application.cpuMillis();
            double postgresBefore = postgres.cpuMillis();
            long started = System.nanoTime();
            long[] latencies = work.run();
            Figure figure = new Figure(
                    orders,
                    (System.nanoTime() - started) / 1e9,
                    application.cpuMillis() - applicationBefore,
                    postgres.cpuMillis() - postgresBefore,
                    latencies);
            figures.computeIfAbsent(name, n -> new ArrayList<>()).add(figure);
            System.err.printf(
                    "  %-20s %7.0f orders/s   CPU ms per order: application %.2f, PostgreSQL %.2f%n",
                    name, figure.perSecond(), figure.application(), figure.postgres());
        }

        /** Takes the floor's rows away and lets Braid check what is left. */
        void finish() throws Exception {
            ends.add("Application: at most " + application.peakMegabytes() + " MB resident (VmHWM)");
            floor.tidy();
            for (String check : List.of("verify", "verify-journal")) {
                List<String> said = braid.beside(check);
                ends.add("`./braid " + check + "` (exit code " + said.getFirst() + "): " + said.getLast());
            }
        }

        String version() throws IOException, SQLException {
            try (Connection connection = DriverManager.getConnection(braid.ownerUrl())) {
                return connection.getMetaData().getDatabaseProductVersion();
            }
        }

        Templates templates() {
            return templates;
        }
    }
}
