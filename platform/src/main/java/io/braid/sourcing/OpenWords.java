package io.braid.sourcing;

import io.braid.kernel.Fault;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Texts;
import io.braid.location.Locations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Locations and groups that a strategy's document names and that are not there when it is stored. They may come, so
 * nothing is refused; but mostly they are typing errors.
 */
final class OpenWords {
    private static final int WARNINGS_MAX = 100;

    private final Locations locations;

    OpenWords(Locations locations) {
        this.locations = locations;
    }

    List<Fault> warningsOf(Map<String, Object> document) {
        List<NamedWords.Word> words = NamedWords.of(document);
        Set<String> groups = new HashSet<>();
        Set<LocationCode> codes = new HashSet<>();
        for (NamedWords.Word word : words) {
            if (word.kind() == NamedWords.Kind.LOCATION_GROUP) {
                groups.add(word.text());
            } else if (word.kind() == NamedWords.Kind.LOCATION_CODE) {
                code(word.text()).ifPresent(codes::add);
            }
        }
        groups.removeAll(groups.isEmpty() ? Set.of() : locations.groupsAmong(groups));
        Set<LocationCode> known =
                codes.isEmpty() ? Set.of() : locations.findAll(codes).keySet();
        List<Fault> warnings = new ArrayList<>();
        for (NamedWords.Word word : words) {
            String shown = "'" + Texts.shown(word.text()) + "'";
            if (warnings.size() >= WARNINGS_MAX) {
                break;
            }
            if (word.kind() == NamedWords.Kind.LOCATION_GROUP && groups.contains(word.text())) {
                warnings.add(new Fault(word.pointer(), "no location is in group " + shown + " today"));
            } else if (word.kind() == NamedWords.Kind.LOCATION_CODE
                    && code(word.text()).filter(known::contains).isEmpty()) {
                warnings.add(new Fault(word.pointer(), "there is no location " + shown + " today"));
            }
        }
        return warnings;
    }

    private static Optional<LocationCode> code(String text) {
        try {
            return Optional.of(new LocationCode(text));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }
}
