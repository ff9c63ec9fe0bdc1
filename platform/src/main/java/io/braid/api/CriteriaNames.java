package io.braid.api;

/** What tables, lists and computed attributes may be called, so that a strategy can name them as fields. */
final class CriteriaNames {
    private static final String FORM = "[A-Za-z][A-Za-z0-9_-]{0,62}";

    private CriteriaNames() {}

    static void check(Faults faults, String name) {
        if (!name.matches(FORM)) {
            faults.add("/name", "must be a letter and up to 62 letters, digits, hyphens and underscores");
        }
    }
}
