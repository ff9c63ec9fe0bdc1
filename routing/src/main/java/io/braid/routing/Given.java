package io.braid.routing;

import io.braid.routing.Decision.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * What one scenario gave to each candidate, beside what earlier scenarios had. Made before anything is placed; reads
 * {@link Supply} afterwards, until the next scenario.
 */
final class Given {
    private final Facts facts;
    private final Supply supply;
    private final int[] before;

    Given(Facts facts) {
        this.facts = facts;
        this.supply = facts.supply();
        this.before = supply.usedCount() == 0 ? new int[0] : new int[facts.candidateCount() * facts.lineCount()];
        for (int at = 0; at < before.length; at++) {
            before[at] = supply.placed(at / facts.lineCount(), at % facts.lineCount());
        }
    }

    int units(int candidate, int line) {
        int had = before.length == 0 ? 0 : before[candidate * facts.lineCount() + line];
        return supply.placed(candidate, line) - had;
    }

    boolean isGiver(int candidate) {
        boolean gives = false;
        for (int line = 0; line < facts.lineCount() && supply.isUsed(candidate) && !gives; line++) {
            gives = units(candidate, line) > 0;
        }
        return gives;
    }

    List<Plan.Part> parts(int candidate) {
        List<Plan.Part> parts = new ArrayList<>();
        for (int line = 0; line < facts.lineCount(); line++) {
            if (units(candidate, line) > 0) {
                parts.add(new Plan.Part(facts.line(line).line(), units(candidate, line)));
            }
        }
        return parts;
    }

    /** A location whose room was too small for a line lost nothing by it where nobody behind it gave any either. */
    boolean isNarrowed(Reason reason, int rank, int[] ranked) {
        if (!Budget.isRoom(reason)) {
            return true;
        }
        for (int line = 0; line < facts.lineCount(); line++) {
            boolean meant = reason.more() > 0
                    || reason.lines().contains(facts.line(line).line());
            boolean wanting = meant && supply.open(line) > 0;
            for (int behind = rank + 1; behind < ranked.length && meant && !wanting; behind++) {
                wanting = units(ranked[behind], line) > 0;
            }
            if (wanting) {
                return true;
            }
        }
        return false;
    }
}
