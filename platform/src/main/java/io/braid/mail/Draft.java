package io.braid.mail;

/**
 * What is to be written to whom. Subjects come on one line whatever they are made of, so no name of anybody can add a
 * header.
 *
 * @param recipient one address
 * @param text plain text
 */
public record Draft(String recipient, String subject, String text) {
    private static final int SUBJECT_LENGTH_MAX = 200;

    public Draft {
        String line = subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        subject = line.length() <= SUBJECT_LENGTH_MAX ? line : line.substring(0, SUBJECT_LENGTH_MAX);
    }
}
