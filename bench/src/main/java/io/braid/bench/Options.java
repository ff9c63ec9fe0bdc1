package io.braid.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options of a run, given as {@code --name=value}. */
record Options(Map<String, String> values) {
    static Options of(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (!word.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("'" + word + "' is not of the form --name=value");
            }
            values.put(word.substring(2, equals), word.substring(equals + 1));
        }
        return new Options(values);
    }

    int number(String name, int standard) {
        String given = values.get(name);
        return given == null ? standard : Integer.parseInt(given);
    }
}
