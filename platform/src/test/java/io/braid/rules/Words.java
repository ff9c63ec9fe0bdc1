package io.braid.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The one language of the product: words and endings that lost, and what is said instead. */
final class Words {
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z]+");

    /** In names of Java and SQL. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("node", "location"),
            Map.entry("facility", "location"),
            Map.entry("site", "location"),
            Map.entry("merchant", "vendor"),
            Map.entry("consignment", "shipment"),
            Map.entry("dispatch", "ship notice"),
            Map.entry("asn", "ship notice"),
            Map.entry("dropship", "nothing: it is a shipment of a vendor's location"),
            Map.entry("audit", "journal"));

    /** In names of types alone: as names of values they have other meanings. */
    private static final Map<String, String> TYPE_SYNONYMS = Map.of(
            "error", "refusal, or fault for one finding of it",
            "failure", "refusal",
            "history", "journal",
            "supplier", "vendor");

    private static final List<String> ENDINGS = List.of(
            "Manager", "Helper", "Util", "Utils", "Impl", "Base", "Data", "Info", "DTO", "Dto", "VO", "Service");

    private Words() {}

    /** The words of a name in lower case: {@code orderLine} and {@code order_line} are order, line. */
    static List<String> of(String name) {
        return Stream.of(BETWEEN_WORDS.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What to say instead of a word in this name, empty when the name is good. */
    static List<String> complaintsAbout(String name) {
        return complaints(name, SYNONYMS);
    }

    static List<String> complaintsAboutType(String name) {
        Stream<String> synonyms =
                Stream.concat(complaints(name, SYNONYMS).stream(), complaints(name, TYPE_SYNONYMS).stream());
        Stream<String> endings = ENDINGS.stream()
                .filter(name::endsWith)
                .map(ending -> "name what it keeps or does, without the ending " + ending);
        Stream<String> beginnings = name.startsWith("Abstract") || name.matches("(Default|I)[A-Z][a-z].*")
                ? Stream.of("name what it is or how it does it, without Abstract, Default or I in front")
                : Stream.empty();
        return Stream.of(synonyms, endings, beginnings).flatMap(s -> s).toList();
    }

    private static List<String> complaints(String name, Map<String, String> instead) {
        return of(name).stream()
                .filter(instead::containsKey)
                .map(word -> "we do not say " + word + ", say " + instead.get(word))
                .toList();
    }
}
