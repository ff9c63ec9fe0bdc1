package io.braid.verify;

import java.util.List;

/**
 * What one invariant found.
 *
 * @param invariant its name: {@code I01}
 * @param sentence what must hold, as it is said to people
 * @param broken how many rows break it; 0 = it holds
 * @param offences the first of these rows
 */
public record Finding(String invariant, String sentence, long broken, List<Offence> offences) {
    private static final int NAME_WIDTH = 6;

    /** One row that breaks an invariant: what it is, what it should say, what it says. */
    public record Offence(String what, String expected, String found) {
        @Override
        public String toString() {
            return what + ": expected " + expected + "; found " + found;
        }
    }

    public boolean holds() {
        return broken == 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(invariant)
                .append(" ".repeat(Math.max(1, NAME_WIDTH - invariant.length())))
                .append(holds() ? "ok      " : "BROKEN  ")
                .append(sentence);
        if (!holds()) {
            text.append(" (").append(broken).append(broken == 1 ? " row)" : " rows)");
        }
        offences.forEach(offence -> text.append("\n      ").append(offence));
        return text.toString();
    }
}
