package io.braid.app;

import java.util.List;
import java.util.Optional;

/**
 * The way in: {@code run}, and the other words of the script {@code ./braid} that need Java. It sends each word to its
 * {@link Command} and turns a refused start into one screen of text; it does nothing else.
 */
public final class Braid {
    private static final List<Command> COMMANDS = List.of(
            new RunCommand(), new DemoCommand(), new VerifyCommand(), new VerifyJournalCommand(), new TrainCommand());

    private Braid() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        String name = args.isEmpty() ? "run" : args.getFirst();
        Optional<Command> command =
                COMMANDS.stream().filter(known -> known.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            System.err.println("Unknown command: " + name + System.lineSeparator() + commands());
            return 2;
        }
        List<String> arguments = args.isEmpty() ? args : args.subList(1, args.size());
        if (arguments.contains("--help")) {
            System.out.println("braid " + name + ": " + command.get().help());
            System.out.println("Environment variables:" + System.lineSeparator() + Setting.table());
            return 0;
        }
        try {
            return command.get().run(Settings.of(System.getenv()), arguments);
        } catch (StartRefused refused) {
            System.err.println(refused.screen());
            return 1;
        }
    }

    private static String commands() {
        StringBuilder list = new StringBuilder("Commands:");
        for (Command command : COMMANDS) {
            list.append(System.lineSeparator())
                    .append("  ")
                    .append(command.name())
                    .append("  ")
                    .append(command.help());
        }
        return list.toString();
    }
}
