package io.braid.store;

/** One line of an imported file: what it says, or why it says nothing. */
public sealed interface ImportLine<T> {
    /** The number of the line in the file, beginning at 1. */
    long line();

    /** A line that could be read. */
    record Parsed<T>(long line, T value) implements ImportLine<T> {}

    /** A line that could not. */
    record Broken<T>(long line, String reason) implements ImportLine<T> {}
}
