package io.braid.store;

import java.util.List;

/**
 * What became of an imported file, counted in lines.
 *
 * @param refusedCount all refused lines; {@code refused} names the first of them
 */
public record ImportReport(
        long created,
        long updated,
        long unchanged,
        long refusedCount,
        List<RefusedLine> refused,
        List<OddLine> warnings) {
    /** A line that changed nothing, and why. */
    public record RefusedLine(long line, String reason) {}

    /** A line that was taken and is probably not what was meant, and why. */
    public record OddLine(long line, String reason) {}
}
