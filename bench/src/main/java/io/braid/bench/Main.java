package io.braid.bench;

import java.util.List;

/** {@code ./braid bench <name> [arguments]}: runs one benchmark, or says which there are. */
public final class Main {
    private static final List<Benchmark> BENCHMARKS =
            List.of(new IntakeBench(), new RoutingBench(), new ListsBench(), new SimulationBench());

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.isEmpty() || words.getFirst().equals("--help")) {
            list();
            return;
        }
        for (Benchmark benchmark : BENCHMARKS) {
            if (benchmark.name().equals(words.getFirst())) {
                benchmark.run(Options.of(words.subList(1, words.size())));
                return;
            }
        }
        System.err.println("There is no benchmark '" + words.getFirst() + "'.");
        list();
        System.exit(2);
    }

    private static void list() {
        System.out.println("./braid bench <name> [--option=value ...]");
        BENCHMARKS.forEach(benchmark -> System.out.printf("%n  %-10s %s%n", benchmark.name(), benchmark.help()));
    }
}
