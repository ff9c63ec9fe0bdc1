package io.braid.app;

import org.jspecify.annotations.Nullable;

/**
 * Braid cannot start for a reason that the person at the keyboard can remedy: what is wrong, and what to do about it.
 * It is shown as it stands, without a stack trace; a fault of Braid itself never takes this form.
 */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    public StartRefused(String wrong, String remedy) {
        this(wrong, remedy, null);
    }

    public StartRefused(String wrong, String remedy, @Nullable Throwable cause) {
        super(wrong, cause);
        this.remedy = remedy;
    }

    /** What to do, in the imperative. */
    public String remedy() {
        return remedy;
    }

    /** The text for the terminal. */
    public String screen() {
        return "Braid cannot start: " + getMessage() + System.lineSeparator() + "What to do: " + remedy;
    }
}
