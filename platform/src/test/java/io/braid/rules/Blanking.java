package io.braid.rules;

/**
 * Java without its comments, texts and characters, line for line: what is banned as code may be spoken of. Text blocks
 * and literals keep their quotes.
 */
final class Blanking {
    private static final String BLOCK = "\"\"\"";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Blanking(String text) {
        this.text = text;
    }

    static String codeOf(String java) {
        Blanking blanking = new Blanking(java);
        while (blanking.at < java.length()) {
            blanking.step();
        }
        return blanking.out.toString();
    }

    private void step() {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            blankTo(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            blankTo(endOf("*/", at + 2));
        } else if (text.startsWith(BLOCK, at)) {
            literal(BLOCK);
        } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
            literal(text.substring(at, at + 1));
        } else {
            out.append(text.charAt(at++));
        }
    }

    private void literal(String quote) {
        int end = at + quote.length();
        while (end < text.length() && !text.startsWith(quote, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        out.append(quote);
        at += quote.length();
        blankTo(Math.min(end, text.length()));
        if (at < text.length()) {
            out.append(quote);
            at += quote.length();
        }
    }

    private int endOf(String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end + mark.length();
    }

    private void blankTo(int end) {
        while (at < end) {
            char c = text.charAt(at++);
            out.append(c == '\n' ? '\n' : ' ');
        }
    }
}
