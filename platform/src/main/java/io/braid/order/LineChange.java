package io.braid.order;

import org.jspecify.annotations.Nullable;

/**
 * Units of one line moving between open, assigned, shipped and canceled: differences that sum to zero.
 *
 * @param awaiting what open units wait for from now on; null leaves it as it was
 */
public record LineChange(
        int line,
        int open,
        int assigned,
        int shipped,
        int canceled,
        @Nullable Awaiting awaiting) {
    public LineChange {
        if (open + assigned + shipped + canceled != 0) {
            throw new IllegalArgumentException("units of line " + line + " may move, not appear or vanish");
        }
    }

    public static LineChange assign(int line, int units) {
        return new LineChange(line, -units, units, 0, 0, null);
    }

    public static LineChange ship(int line, int units) {
        return new LineChange(line, 0, -units, units, 0, null);
    }

    public static LineChange unassign(int line, int units) {
        return new LineChange(line, units, -units, 0, 0, Awaiting.ROUTING);
    }

    public static LineChange cancelAssigned(int line, int units) {
        return new LineChange(line, 0, -units, 0, units, null);
    }

    public static LineChange cancelOpen(int line, int units) {
        return new LineChange(line, -units, 0, 0, units, null);
    }

    public static LineChange await(int line, Awaiting what) {
        return new LineChange(line, 0, 0, 0, 0, what);
    }

    /** Both changes of one line as one. */
    public LineChange and(LineChange other) {
        return new LineChange(
                line,
                open + other.open,
                assigned + other.assigned,
                shipped + other.shipped,
                canceled + other.canceled,
                other.awaiting == null ? awaiting : other.awaiting);
    }
}
