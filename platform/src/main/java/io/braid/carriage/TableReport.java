package io.braid.carriage;

import io.braid.store.ImportReport.RefusedLine;
import java.util.List;

/**
 * What became of an imported table, counted in lines; {@code removed} counts rows that a full file no longer names.
 *
 * @param refusedCount all refused lines; {@code refused} names the first of them
 * @param version of all tables together, after it; an import that changes nothing does not count
 */
public record TableReport(
        long created,
        long updated,
        long unchanged,
        long removed,
        long refusedCount,
        List<RefusedLine> refused,
        int version) {}
