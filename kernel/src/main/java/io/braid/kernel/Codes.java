package io.braid.kernel;

/** The shape of codes, looked at a character at a time: every batch reads them from the database by the thousand. */
final class Codes {
    private Codes() {}

    /** Letters, digits and these marks of ASCII, beginning with a letter or digit. */
    static boolean isCode(String text, int lengthMax, String marks) {
        if (text.isEmpty() || text.length() > lengthMax || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && marks.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
