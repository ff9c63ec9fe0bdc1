package io.braid.app;

import java.util.List;

/**
 * One word after {@code ./braid}. Add an implementation to the list in {@link Braid}, and the script and its help know
 * it.
 */
interface Command {
    String name();

    /** One line for the list of commands. */
    String help();

    /** The exit code: 0 = done, 1 = refused or a check failed, 2 = called wrongly. */
    int run(Settings settings, List<String> arguments);
}
