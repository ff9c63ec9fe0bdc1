package io.braid.bench;

/** One thing that can be measured. */
interface Benchmark {
    String name();

    /** What it measures, and its options. */
    String help();

    void run(Options options) throws Exception;
}
