package io.braid.bench;

import io.braid.store.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lists of shipments filtered by status, vendor, state and location, on a table of many rows beside the same on one of
 * few; and what looking for lateness and counting scorecards take on both.
 */
final class ListsBench implements Benchmark {
    private static final int FEW = 1_000;
    private static final int LIMIT = 25;
    private static final int WARM_UP = 200;
    private static final int CROSSINGS = 10_000;
    private static final Map<String, String> LISTS = lists();

    private static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("all", "/shipments?");
        lists.put("overdue", "/shipments?slaStatus=OVERDUE");
        lists.put("at risk", "/shipments?slaStatus=AT_RISK");
        lists.put("on time", "/shipments?slaStatus=ON_TIME");
        lists.put("ready", "/shipments?state=READY");
        lists.put("shipped late", "/shipments?state=SHIPPED&slaStatus=OVERDUE");
        lists.put("vendor", "/shipments?vendor=lists-%d");
        lists.put("vendor, at risk", "/shipments?vendor=lists-%d&slaStatus=AT_RISK");
        lists.put("vendor, ready, overdue", "/shipments?vendor=lists-%d&state=READY&slaStatus=OVERDUE");
        lists.put("location, ready", "/shipments?location=LISTS-%d&state=READY");
        lists.put("location, overdue", "/shipments?location=LISTS-%d&slaStatus=OVERDUE");
        lists.put("the vendor's own", "/vendor/purchase-orders?");
        lists.put("the vendor's own, at risk", "/vendor/purchase-orders?slaStatus=AT_RISK");
        return lists;
    }

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String help() {
        return """
            lists of shipments by status, vendor, state and location on many rows beside few; SLA sweep; scorecards
                           --rows=1000000 --requests=1000 (per list)
                           --port=… --data=… (a Braid that runs already, with its data folder; its orders are lost)\
            """;
    }

    @Override
    public void run(Options options) throws Exception {
        Path home = Path.of(System.getProperty("braid.home", "."));
        if (options.values().containsKey("port")) {
            Path data = Path.of(options.values().getOrDefault("data", ".braid"));
            measure(home, options, options.number("port", 0), data);
            return;
        }
        System.err.println("Starting Braid on a fresh database ...");
        try (BraidProcess braid = BraidProcess.start(home)) {
            measure(home, options, braid.port(), braid.folder());
        }
    }

    /** What was found with one number of rows. */
    record Found(int rows, Map<String, Figures> lists, Map<String, String> other) {}

    /** Answer times of one list, sorted, and the rows on its page. */
    record Figures(long[] nanos, long rowsOnPage) {
        double millis(double share) {
            return nanos[(int) Math.min(nanos.length - 1, nanos.length * share)] / 1e6;
        }
    }

    private static void measure(Path home, Options options, int port, Path data) throws Exception {
        Machine machine = Machine.look(data);
        try (ListsRows rows = new ListsRows(BraidProcess.ownerUrl(data));
                Api api = new Api(port)) {
            String vendorKey = api.key("lists-1");
            Run warmUp = new Run(port, vendorKey, new Options(Map.of("requests", "100")));
            found(rows, FEW, ListsRows.VENDORS_OF_FEW, warmUp);
            Found few = found(rows, FEW, ListsRows.VENDORS_OF_FEW, new Run(port, vendorKey, options));
            Found many = found(
                    rows, options.number("rows", 1_000_000), ListsRows.VENDORS, new Run(port, vendorKey, options));
            new ListsReport(machine, Machine.commit(home), few, many).tell(home.resolve("bench/results"));
        }
    }

    private record Run(int port, String vendorKey, Options options) {}

    private static Found found(ListsRows rows, int count, int vendors, Run run) throws IOException, SQLException {
        System.err.println("Inserting " + count + " shipments ...");
        long started = System.nanoTime();
        rows.fill(count, vendors);
        System.err.printf("  took %.0f s; measuring ...%n", (System.nanoTime() - started) / 1e9);
        Map<String, Figures> lists = new LinkedHashMap<>();
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            String key = list.getValue().startsWith("/vendor/") ? run.vendorKey() : BraidProcess.KEY;
            try (Reader reader = new Reader(run.port(), key)) {
                Figures figures = time(reader, list.getValue(), vendors, run.options());
                lists.put(list.getKey(), figures);
                System.err.printf(
                        Locale.ROOT,
                        "  %-28s p50 %6.2f ms, p99 %6.2f ms%n",
                        list.getKey(),
                        figures.millis(0.5),
                        figures.millis(0.99));
            }
        }
        Map<String, String> other = new LinkedHashMap<>();
        other.put("a page in the middle of the ready ones, p50 ms", deep(run));
        sweep(rows, count, other);
        scorecards(run, vendors, other);
        return new Found(count, lists, other);
    }

    private static Figures time(Reader reader, String list, int vendors, Options options) throws IOException {
        Random random = new Random(1);
        int requests = options.number("requests", 1_000);
        long[] nanos = new long[requests];
        long rows = 0;
        for (int i = -WARM_UP; i < requests; i++) {
            String path = String.format(Locale.ROOT, list, 1 + random.nextInt(vendors));
            Map<String, Object> page = reader.get(path + (path.endsWith("?") ? "" : "&") + "limit=" + LIMIT);
            if (i >= 0) {
                nanos[i] = reader.nanos();
                rows = Math.max(rows, ((List<?>) page.getOrDefault("items", List.of())).size());
            }
        }
        Arrays.sort(nanos);
        return new Figures(nanos, rows);
    }

    /** Walks a list page by page and tells the median of the pages behind the tenth. */
    private static String deep(Run run) throws IOException {
        long[] nanos = new long[40];
        try (Reader reader = new Reader(run.port(), BraidProcess.KEY)) {
            String path = "/shipments?state=READY&limit=" + LIMIT;
            Object cursor = reader.get(path).get("nextCursor");
            int pages = 0;
            for (; pages < nanos.length && cursor != null; pages++) {
                cursor = reader.get(path + "&cursor=" + cursor).get("nextCursor");
                nanos[pages] = reader.nanos();
            }
            long[] behind = Arrays.copyOfRange(nanos, Math.min(10, pages / 2), Math.max(1, pages));
            Arrays.sort(behind);
            return millis(behind[behind.length / 2]);
        }
    }

    private static void sweep(ListsRows rows, int count, Map<String, String> other) throws SQLException {
        String look = Sql.of("fulfillment/crossing")
                .get("cross")
                .replaceAll("(?m)^--.*$", "")
                .replace(":now::timestamptz", "now()")
                .replace(":limit", "500");
        long[] idle = rows.time(look, 100);
        Arrays.sort(idle);
        other.put("looking for lateness, nothing to tell, p50 ms", millis(idle[idle.length / 2]));
        int crossed = rows.cross(Math.min(CROSSINGS, count / 5));
        long started = System.nanoTime();
        while (rows.untold() > 0 && System.nanoTime() - started < TimeUnit.MINUTES.toNanos(2)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        other.put(
                String.format(Locale.ROOT, "telling of %,d steps that became at risk at once, s", crossed),
                String.format(Locale.ROOT, "%.1f", (System.nanoTime() - started) / 1e9));
    }

    private static void scorecards(Run run, int vendors, Map<String, String> other) throws IOException {
        long[] nanos = new long[40];
        try (Reader reader = new Reader(run.port(), BraidProcess.KEY)) {
            for (int i = 0; i < nanos.length; i++) {
                reader.get("/vendors/lists-" + (1 + i % vendors) + "/scorecard");
                nanos[i] = reader.nanos();
            }
        }
        Arrays.sort(nanos);
        other.put("the scorecard of one vendor, p50 ms", millis(nanos[nanos.length / 2]));
        try (Api api = new Api(run.port())) {
            long started = System.nanoTime();
            api.put(
                    "/scorecard/settings",
                    Map.of("weights", Map.of("ON_TIME_SHIPPING", 100), "high", 8, "medium", 5, "periodDays", 90));
            other.put("the scorecards of all vendors, ms", millis(System.nanoTime() - started));
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e6);
    }
}
