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
}
