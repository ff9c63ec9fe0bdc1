package io.braid.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One file under {@code resources/sql/invariants}: its name up to the first hyphen, its first line as a sentence, and
 * the query. A new file is a new invariant; nothing else has to know of it.
 */
record Invariant(String name, String sentence, String query) {
    private static final String FILES = "classpath*:/sql/invariants/*.sql";
    private static final String COMMENT = "-- ";

    static List<Invariant> all() {
        try {
            List<Invariant> all = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                all.add(of(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            if (all.isEmpty()) {
                throw new IllegalStateException("there is no invariant at " + FILES);
            }
            all.sort(Comparator.comparing(Invariant::name));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Invariant of(String file, String text) {
        int hyphen = file.indexOf('-');
        int end = text.indexOf('\n');
        if (hyphen < 0 || end < 0 || !text.startsWith(COMMENT)) {
            throw new IllegalArgumentException(
                    file + " must be named like I01-what-holds.sql and begin with a comment that says what holds");
        }
        return new Invariant(
                file.substring(0, hyphen),
                text.substring(COMMENT.length(), end).strip(),
                text.substring(end + 1).strip());
    }
}
