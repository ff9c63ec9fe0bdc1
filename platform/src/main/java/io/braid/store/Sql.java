package io.braid.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The named statements of one file under {@code resources/sql}. A statement begins at a line {@code -- name: reserve}
 * and its name is the method that runs it. A missing name is a bug and says which names there are.
 */
public final class Sql {
    private static final String NAME = "-- name: ";

    private final String file;
    private final Map<String, String> statements;

    private Sql(String file, Map<String, String> statements) {
        this.file = file;
        this.statements = statements;
    }

    /** Reads {@code /sql/<file>.sql} from the class path, {@code file} being {@code module/name}. */
    public static Sql of(String file) {
        try (InputStream in = Sql.class.getResourceAsStream("/sql/" + file + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no /sql/" + file + ".sql on the class path");
            }
            return new Sql(file, parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> statements = new HashMap<>();
        for (String block : text.split("(?m)^" + NAME)) {
            int end = block.indexOf('\n');
            if (end > 0 && !block.startsWith("--")) {
                statements.put(
                        block.substring(0, end).strip(),
                        block.substring(end + 1).strip());
            }
        }
        return Map.copyOf(statements);
    }

    public String get(String name) {
        String statement = statements.get(name);
        if (statement == null) {
            throw new IllegalArgumentException(
                    "/sql/" + file + ".sql has no statement '" + name + "'; it has " + statements.keySet());
        }
        return statement;
    }
}
