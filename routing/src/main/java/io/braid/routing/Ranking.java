package io.braid.routing;

import io.braid.routing.Scenario.Direction;
import io.braid.routing.Scenario.Sort;
import java.util.Arrays;
import java.util.List;

/**
 * Candidates in the order of a scenario's sorts, equal ones by code. Keys are read once; the first of them and the
 * candidate's number are sorted as one number each, and only those that are equal there are compared further.
 */
final class Ranking {
    /** Below this, moving one by one is faster than merging. */
    private static final int SHORT = 12;

    private final Facts facts;
    private final List<Sort> sorts;
    private final int width;
    private final long[] keys;
    private final int[] order;

    Ranking(Facts facts, List<Sort> sorts, int[] candidates) {
        this.facts = facts;
        this.sorts = sorts;
        this.order = candidates.clone();
        this.width = sorts.size();
        this.keys = new long[facts.candidateCount() * width];
        for (int candidate : candidates) {
            for (int i = 0; i < width; i++) {
                keys[candidate * width + i] = key(sorts.get(i), candidate);
            }
        }
        sort();
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
        while (i < width && keys[candidate * width + i] == keys[other * width + i]) {
            i++;
        }
        return i;
    }

    /** The ascending key the candidate was sorted by. */
    long key(int candidate, int sort) {
        long key = keys[candidate * width + sort];
        return key == Field.Key.MISSING || sorts.get(sort).direction() == Direction.ASC ? key : ~key;
    }

    private void sort() {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(order.length);
        long[] packed = packed(bits);
        int[] before = order.clone();
        Arrays.sort(packed);
        int[] spare = new int[order.length];
        int from = 0;
        for (int i = 0; i < packed.length; i++) {
            order[i] = before[(int) packed[i] & ((1 << bits) - 1)];
            if (i + 1 == packed.length || packed[i] >>> bits != packed[i + 1] >>> bits) {
                sort(order, spare, from, i + 1);
                from = i + 1;
            }
        }
    }

    /** First keys above the places in the order; where they are too long, by their beginnings. */
    private long[] packed(int bits) {
        long[] packed = new long[order.length];
        long least = Field.Key.MISSING;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < packed.length && width > 0; i++) {
            long key = keys[order[i] * width];
            least = Math.min(least, key);
            most = key == Field.Key.MISSING ? most : Math.max(most, key);
        }
        // Seen without a sign, so that no distance between two keys is too long.
        long range = most < least ? 0 : most - least;
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(range) - (Long.SIZE - 2 - bits));
        for (int i = 0; i < packed.length; i++) {
            long key = width == 0 ? least : keys[order[i] * width];
            long beginning = key == Field.Key.MISSING ? (range >>> shift) + 1 : (key - least) >>> shift;
            packed[i] = beginning << bits | i;
        }
        return packed;
    }

    private int compare(int one, int other) {
        for (int i = 0; i < width; i++) {
            long mine = keys[one * width + i];
            long its = keys[other * width + i];
            if (mine != its) {
                return mine < its ? -1 : 1;
            }
        }
        return facts.location(one).code().compareTo(facts.location(other).code());
    }

    private void sort(int[] all, int[] spare, int from, int to) {
        if (to - from <= SHORT) {
            insert(all, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(all, spare, from, middle);
        sort(all, spare, middle, to);
        System.arraycopy(all, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && compare(spare[left], spare[right]) <= 0);
            all[i] = takeLeft ? spare[left++] : spare[right++];
        }
    }

    private void insert(int[] all, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int moved = all[i];
            int at = i;
            while (at > from && compare(all[at - 1], moved) > 0) {
                all[at] = all[at - 1];
                at--;
            }
            all[at] = moved;
        }
    }
}
