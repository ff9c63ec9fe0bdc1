package io.braid.rules;

/** A rule that is broken somewhere: where, what is wrong, and what to write instead. */
record Violation(String file, int line, String wrong, String instead) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + wrong + "; " + instead;
    }
}
