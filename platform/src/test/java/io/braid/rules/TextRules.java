package io.braid.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is banned or limited in the text of Java and SQL, line by line. */
final class TextRules {
    static final int LINE_MAX = 120;

    /** A sentence is found by searching for it, so it may stay in one piece; a row of a text table cannot be broken. */
    static final int TEXT_LINE_MAX = 160;

    static final int FILE_MAX = 300;
    static final int TEST_FILE_MAX = 400;

    private static final String UNFINISHED = "TO" + "DO";
    private static final String BROKEN = "FIX" + "ME";
    private static final String MONEY = "(price|cost|amount|total|money)";

    private static final Pattern LITERAL = Pattern.compile(" *(return|\\+)? ?\".*\"[);,]*");

    private record Ban(Pattern pattern, String wrong, String instead) {
        Ban(String pattern, String wrong, String instead) {
            this(Pattern.compile(pattern), wrong, instead);
        }
    }

    private static final List<Ban> IN_CODE = List.of(
            new Ban("Thread\\.sleep", "Thread.sleep", "turn the clock, or wait for the event itself"),
            new Ban(
                    "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|LocalTime)\\.now\\(",
                    "the wall clock is read",
                    "take a java.time.Clock and ask that"),
            new Ban("System\\.currentTimeMillis", "the wall clock is read", "take a java.time.Clock and ask that"),
            new Ban("@Disabled", "a test that sleeps", "repair it or take it out"),
            new Ban("catch \\((final )?Exception\\b", "catches every exception", "catch the one that you can answer"),
            new Ban(
                    "(?i)\\b(float|double|Float|Double) \\w*" + MONEY,
                    "money in a binary fraction",
                    "use Money, UnitCost or SellingPrice"),
            new Ban("\\bprintStackTrace\\(", "a stack trace on the console", "say it in a sentence, or throw"));

    private static final List<Ban> IN_TEXT = List.of(
            new Ban("(?i)\\bselect \\*(?! from unnest\\()", "every column is asked for", "name the columns"),
            new Ban(
                    "\\b" + UNFINISHED + "\\b(?! D\\d)",
                    "unfinished work without a decision's number",
                    "finish it, or write the number of the line in DECISIONS.md"),
            new Ban("\\b" + BROKEN + "\\b", "broken work", "repair it"));

    private TextRules() {}

    static List<Violation> check(Source source) {
        List<Violation> found = new ArrayList<>();
        List<String> lines = source.lines();
        List<String> code =
                source.isJava() ? Blanking.codeOf(source.text()).lines().toList() : lines;
        boolean textBlock = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            for (Ban ban : source.isJava() ? IN_CODE : List.<Ban>of()) {
                add(found, source, i, ban, i < code.size() ? code.get(i) : "");
            }
            for (Ban ban : IN_TEXT) {
                add(found, source, i, ban, line);
            }
            boolean tableRow = textBlock && line.contains(" | ");
            if (!tableRow
                    && line.length() > (textBlock || LITERAL.matcher(line).matches() ? TEXT_LINE_MAX : LINE_MAX)) {
                found.add(new Violation(
                        source.path(), i + 1, "the line has " + line.length() + " columns", "break it at " + LINE_MAX));
            }
            textBlock = source.isJava() && textBlock != (line.split("\"\"\"", -1).length % 2 == 0);
        }
        length(source, lines.size(), found);
        return found;
    }

    private static void add(List<Violation> found, Source source, int index, Ban ban, String line) {
        if (ban.pattern.matcher(line).find()) {
            found.add(new Violation(source.path(), index + 1, ban.wrong, ban.instead));
        }
    }

    private static void length(Source source, int lines, List<Violation> found) {
        int max = source.isTest() ? TEST_FILE_MAX : FILE_MAX;
        if (source.isJava() && lines > max) {
            found.add(new Violation(
                    source.path(),
                    max + 1,
                    "the file has " + lines + " lines",
                    "split it by subject; the limit is " + max));
        }
    }

    /** Words that lost, in the names of a SQL file; comments are prose. */
    static List<Violation> sqlNames(Source source) {
        List<Violation> found = new ArrayList<>();
        List<String> lines = source.lines();
        for (int i = 0; i < lines.size(); i++) {
            String code = lines.get(i).replaceFirst("--.*", "").replaceAll("'[^']*'", "''");
            for (String complaint : Words.complaintsAbout(code)) {
                found.add(new Violation(source.path(), i + 1, "a word of another language", complaint));
            }
        }
        return found;
    }
}
