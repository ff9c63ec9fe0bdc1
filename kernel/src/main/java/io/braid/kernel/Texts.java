package io.braid.kernel;

/** How a stranger's text is shown in a message: short, and without characters that could forge a log line. */
public final class Texts {
    private static final int SHOWN_MAX = 60;

    private Texts() {}

    public static String shown(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(SHOWN_MAX)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(safe::appendCodePoint);
        return text.codePointCount(0, text.length()) > SHOWN_MAX ? safe + "…" : safe.toString();
    }

    /** The whole text on one line: what breaks lines, steers a terminal or turns the direction is written out. */
    public static String onOneLine(String text) {
        if (text.codePoints().noneMatch(Texts::steers)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (steers(c)) {
                line.append(String.format("\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    /** Whether the text holds anything that {@link #onOneLine} would write out. */
    public static boolean isOnOneLine(String text) {
        return text.codePoints().noneMatch(Texts::steers);
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> Character.getDirectionality(c) != Character.DIRECTIONALITY_BOUNDARY_NEUTRAL;
            default -> false;
        };
    }
}
