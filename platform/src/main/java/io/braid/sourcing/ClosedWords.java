package io.braid.sourcing;

import io.braid.kernel.Fault;
import io.braid.kernel.Texts;
import io.braid.location.FulfillmentType;
import io.braid.location.LocationKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words of a strategy's document that are one of a few: kinds of locations, ways of fulfilment, countries. A mistyped
 * one would never match anything, so a document that is to be stored may not hold it; one stored before still rules.
 */
final class ClosedWords {
    private static final int FAULTS_MAX = 100;
    private static final Set<String> TYPES = names(FulfillmentType.values());
    private static final Set<String> KINDS = names(LocationKind.values());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private ClosedWords() {}

    static List<Fault> faultsOf(Map<String, Object> document) {
        List<Fault> faults = new ArrayList<>();
        for (NamedWords.Word word : NamedWords.of(document)) {
            boolean known = switch (word.kind()) {
                case FULFILLMENT_TYPE -> TYPES.contains(word.text());
                case LOCATION_KIND -> KINDS.contains(word.text());
                case COUNTRY -> COUNTRIES.contains(word.text());
                case LOCATION_GROUP, LOCATION_CODE -> true;
            };
            if (!known && faults.size() < FAULTS_MAX) {
                faults.add(new Fault(word.pointer(), "'" + Texts.shown(word.text()) + "' is not " + what(word.kind())));
            }
        }
        return faults;
    }

    private static String what(NamedWords.Kind kind) {
        return kind == NamedWords.Kind.COUNTRY
                ? "a country such as US"
                : "one of " + String.join(", ", kind == NamedWords.Kind.LOCATION_KIND ? KINDS : TYPES);
    }

    private static Set<String> names(Enum<?>[] values) {
        return new TreeSet<>(Arrays.stream(values).map(Enum::name).toList());
    }
}
