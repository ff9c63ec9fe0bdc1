package io.braid.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents name only what exists: files they link to, headings they jump to, types they put in back-ticks. */
final class MarkdownRules {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern QUOTED =
            Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)*)(?:#\\w+|\\.\\w+)?(?:\\(\\))?`");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");
    private static final Pattern TEXT = Pattern.compile("\"([A-Z][A-Za-z]+)\"");
    private static final List<String> JDK = List.of("java.lang.", "java.time.", "java.util.", "java.math.");

    private final Set<String> names;

    private MarkdownRules(Set<String> names) {
        this.names = names;
    }

    /** Types declared in these sources, and words that they write as texts: the journal's entry types are such. */
    static MarkdownRules of(List<Source> java) {
        Set<String> names = new HashSet<>();
        for (Source source : java) {
            Matcher declared = DECLARED.matcher(source.text());
            while (declared.find()) {
                names.add(declared.group(1));
            }
            Matcher text = TEXT.matcher(source.text());
            while (text.find()) {
                names.add(text.group(1));
            }
        }
        return new MarkdownRules(names);
    }

    List<Violation> check(Source page) {
        List<Violation> found = new ArrayList<>();
        boolean fenced = false;
        List<String> lines = page.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
            } else if (!fenced) {
                links(page, i + 1, line, found);
                types(page, i + 1, line, found);
            }
        }
        return found;
    }

    private static void links(Source page, int number, String line, List<Violation> found) {
        Matcher link = LINK.matcher(line);
        while (link.find()) {
            String target = link.group(1);
            if (!target.matches("(https?|mailto):.*") && !resolves(page, target)) {
                found.add(new Violation(
                        page.path(), number, "the link " + target + " leads nowhere", "correct or remove it"));
            }
        }
    }

    private static boolean resolves(Source page, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        if (file.isEmpty()) {
            return anchors(page).contains(target.substring(hash + 1));
        }
        Path there = Source.root().resolve(page.path()).resolveSibling(file).normalize();
        if (!Files.exists(there)) {
            return false;
        }
        return hash < 0
                || (Files.isRegularFile(there) && anchors(Source.read(there)).contains(target.substring(hash + 1)));
    }

    /** Headings as their anchors, the way they are made on the usual sites. */
    private static Set<String> anchors(Source page) {
        Set<String> anchors = new HashSet<>();
        page.lines().stream()
                .filter(line -> line.strip().matches("#{1,6} .*"))
                .map(line -> line.strip().replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").strip().replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }

    private void types(Source page, int number, String line, List<Violation> found) {
        Matcher quoted = QUOTED.matcher(line);
        while (quoted.find()) {
            String name = quoted.group(1);
            if (!names.contains(name) && JDK.stream().noneMatch(prefix -> exists(prefix + name))) {
                found.add(new Violation(
                        page.path(), number, "`" + name + "` is no type of ours", "write the name of today"));
            }
        }
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, MarkdownRules.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
