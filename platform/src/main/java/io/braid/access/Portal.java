package io.braid.access;

/** The two doors: the operator's console and the vendors' portal. Each has people, sessions and a cookie of its own. */
public enum Portal {
    OPERATOR("/admin"),
    VENDOR("/vendor");

    private final String path;

    Portal(String path) {
        this.path = path;
    }

    /** Where its pages are, below the public address. */
    public String path() {
        return path;
    }
}
