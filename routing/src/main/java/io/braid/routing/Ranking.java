package io.braid.routing;

import io.braid.routing.Scenario.Direction;
import io.braid.routing.Scenario.Sort;
import java.util.List;

/**
 * Candidates in the order of a scenario's sorts, equal ones by code. Keys are read once, and the sorting touches
 * nothing but numbers.
 */
final class Ranking {
    private final Facts facts;
    private final List<Sort> sorts;
    private final long[] keys;
    private final int[] order;

    Ranking(Facts facts, List<Sort> sorts, int[] candidates) {
        this.facts = facts;
        this.sorts = sorts;
        this.order = candidates.clone();
        this.keys = new long[facts.candidateCount() * sorts.size()];
        for (int candidate : candidates) {
            for (int i = 0; i < sorts.size(); i++) {
                keys[candidate * sorts.size() + i] = key(sorts.get(i), candidate);
            }
        }
        sort(order, new int[order.length], 0, order.length);
    }

    private long key(Sort sort, int candidate) {
        long key = sort.key().of(facts, candidate);
        // The complement turns the order around and leaves what is missing behind everything.
        return key == Field.Key.MISSING || sort.direction() == Direction.ASC ? key : ~key;
    }

    /** Candidates, the first choice first. */
    int[] order() {
        return order;
    }

    /** The sort by which the two differ; the number of sorts when only their codes do. */
    int decisive(int candidate, int other) {
        int i = 0;
        while (i < sorts.size() && keys[candidate * sorts.size() + i] == keys[other * sorts.size() + i]) {
            i++;
        }
        return i;
    }

    /** The ascending key the candidate was sorted by. */
    long key(int candidate, int sort) {
        long key = keys[candidate * sorts.size() + sort];
        return key == Field.Key.MISSING || sorts.get(sort).direction() == Direction.ASC ? key : ~key;
    }

    private int compare(int one, int other) {
        for (int i = 0; i < sorts.size(); i++) {
            int order = Long.compare(keys[one * sorts.size() + i], keys[other * sorts.size() + i]);
            if (order != 0) {
                return order;
            }
        }
        return facts.location(one).code().compareTo(facts.location(other).code());
    }

    private void sort(int[] all, int[] spare, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(all, spare, from, middle);
        sort(all, spare, middle, to);
        if (compare(all[middle - 1], all[middle]) <= 0) {
            return;
        }
        System.arraycopy(all, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && compare(spare[left], spare[right]) <= 0);
            all[i] = takeLeft ? spare[left++] : spare[right++];
        }
    }
}
