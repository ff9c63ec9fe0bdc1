package io.braid.mail;

/**
 * What is to be written to whom. Subjects come on one line whatever they are made of, so no name of anybody can add a
 * header.
 *
 * @param recipient one address
 * @param text plain text; what is longer than anybody reads is cut at the end of a line, and says so
 */
public record Draft(String recipient, String subject, String text) {
    private static final int SUBJECT_LENGTH_MAX = 200;
    private static final int TEXT_LENGTH_MAX = 20_000;

    public Draft {
        String line = subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        subject = line.length() <= SUBJECT_LENGTH_MAX ? line : line.substring(0, SUBJECT_LENGTH_MAX);
        text = text.length() <= TEXT_LENGTH_MAX ? text : cut(text);
    }

    private static String cut(String text) {
        int end = text.lastIndexOf('\n', TEXT_LENGTH_MAX);
        return text.substring(0, end < 0 ? TEXT_LENGTH_MAX : end) + "\n(cut here: there is more than a mail holds)\n";
    }
}
