package io.braid.api;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Texts;
import io.braid.location.Location;
import io.braid.sourcing.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decisions as plain sentences, one a line, with the names of locations where they are known. */
final class DecisionLines {
    private final Map<LocationCode, Location> locations;
    private final StringBuilder text = new StringBuilder();

    private DecisionLines(Map<LocationCode, Location> locations) {
        this.locations = locations;
    }

    static String of(List<Decided> decided, Map<LocationCode, Location> locations) {
        DecisionLines lines = new DecisionLines(locations);
        decided.forEach(lines::add);
        return lines.text.toString();
    }

    /** The locations these decisions speak of. */
    static Set<LocationCode> codes(List<Decided> decided) {
        Set<LocationCode> codes = new TreeSet<>((a, b) -> a.text().compareTo(b.text()));
        for (Decided one : decided) {
            one.decision()
                    .scenarios()
                    .forEach(tried ->
                            tried.candidates().forEach(verdict -> codes.add(new LocationCode(verdict.location()))));
        }
        return codes;
    }

    private void add(Decided one) {
        Map<String, Object> tree = DecisionView.of(one);
        line(
                "",
                "Decision " + one.seq() + " (" + one.reason() + ") at " + tree.get("at") + " by strategy '"
                        + tree.get("strategy") + "' version " + tree.get("version"));
        one.decision().sentences().forEach(sentence -> line("  ", sentence));
        for (Map<?, ?> scenario : maps(tree.get("scenarios"))) {
            line("  ", "Scenario '" + scenario.get("name") + "': " + scenario.get("text"));
            for (Map<?, ?> candidate : maps(scenario.get("candidates"))) {
                line("    ", sentence(candidate, one.reason().equals("PLACED")));
            }
        }
    }

    private String sentence(Map<?, ?> candidate, boolean placed) {
        String code = String.valueOf(candidate.get("location"));
        Location location = locations.get(new LocationCode(code));
        String name = location == null || location.name().equals(code) ? code : location.name() + " (" + code + ")";
        String said = String.valueOf(candidate.get("text"));
        String plain = "Not " + code + ": ";
        if (!said.startsWith(plain)) {
            return name + ": " + said;
        }
        String told = said.substring(plain.length());
        // Only the decision at the door is made at the order's own moment.
        return "Not " + name + ": " + (placed ? told : told.replace(" before the order", " before this decision"));
    }

    private void line(String indent, @Nullable Object said) {
        text.append(indent).append(Texts.onOneLine(String.valueOf(said))).append('\n');
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object each : list instanceof List<?> items ? items : List.of()) {
            if (each instanceof Map<?, ?> map) {
                maps.add(map);
            }
        }
        return maps;
    }
}
