package io.braid.routing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The units of one question: what each line still needs, what each candidate still has, what was placed where. Lines of
 * one sku draw from one pool. Placed plus open is always what was asked for, and no pool falls below zero.
 */
final class Supply {
    private final Candidate[] candidates;
    private final LineFacts[] asked;
    private final int lines;
    private final int[] poolOfLine;
    private final int pools;
    private final int[] stock;
    private final int[] open;
    private final int[] placed;
    private final boolean[] used;
    private final int[] locationsOfLine;
    private int locationsPerLineMax = Integer.MAX_VALUE;
    private final int[] allowed;
    private final Map<Integer, Integer> indexes;
    private boolean anyBarred;
    private @Nullable BigDecimal @Nullable [] unitCosts;

    Supply(Candidate[] candidates, LineFacts[] asked) {
        this.candidates = candidates;
        this.asked = asked;
        this.lines = asked.length;
        this.poolOfLine = new int[lines];
        this.pools = poolLines();
        this.stock = new int[candidates.length * pools];
        this.open = new int[lines];
        this.placed = new int[candidates.length * lines];
        this.used = new boolean[candidates.length];
        this.locationsOfLine = new int[lines];
        this.allowed = new int[candidates.length * lines];
        this.indexes = hasPlainNumbers() ? Map.of() : indexes();
        open();
    }

    private int poolLines() {
        Map<String, Integer> poolOfSku = new HashMap<>();
        for (int line = 0; line < lines; line++) {
            String sku = asked[line].sku();
            poolOfLine[line] = poolOfSku.computeIfAbsent(sku, unseen -> poolOfSku.size());
        }
        return poolOfSku.size();
    }

    /** Takes back everything placed. */
    void reset() {
        Arrays.fill(placed, 0);
        Arrays.fill(used, false);
        Arrays.fill(locationsOfLine, 0);
        open();
    }

    /** Everything asked is open, everything offered in stock. */
    private void open() {
        for (int line = 0; line < lines; line++) {
            open[line] = asked[line].quantity();
        }
        for (int candidate = 0; candidate < used.length; candidate++) {
            List<Candidate.Offer> offers = candidates[candidate].offers();
            for (int i = 0; i < offers.size(); i++) {
                Candidate.Offer offer = offers.get(i);
                int line = index(offer);
                if (offer.barred() != null) {
                    anyBarred = true;
                } else if (line >= 0) {
                    stock[candidate * pools + poolOfLine[line]] = Math.max(0, offer.available());
                }
            }
        }
    }

    /** Why the candidate's units of that line may not be used; null when they may, or when it has none. */
    @Nullable
    String barred(int candidate, int line) {
        if (anyBarred) {
            for (Candidate.Offer offer : candidates[candidate].offers()) {
                if (offer.barred() != null && index(offer) == line) {
                    return offer.barred();
                }
            }
        }
        return null;
    }

    /** Whether any candidate has units of the line, used or not, that it may give. */
    boolean isOffered(int line) {
        for (Candidate candidate : candidates) {
            for (Candidate.Offer offer : candidate.offers()) {
                if (offer.barred() == null && offer.available() > 0 && index(offer) == line) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isBarred(int line) {
        for (int candidate = 0; candidate < used.length && anyBarred; candidate++) {
            if (barred(candidate, line) != null) {
                return true;
            }
        }
        return false;
    }

    /** The line an offer is for; -1 when the question does not ask for it. */
    private int index(Candidate.Offer offer) {
        int line = indexes.isEmpty() ? offer.line() - 1 : indexes.getOrDefault(offer.line(), -1);
        return line < lines ? line : -1;
    }

    /** Lines numbered 1, 2, 3 … need no look-up. */
    private boolean hasPlainNumbers() {
        for (int line = 0; line < lines; line++) {
            if (asked[line].line() != line + 1) {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, Integer> indexes() {
        Map<Integer, Integer> indexes = new HashMap<>();
        for (int line = 0; line < lines; line++) {
            indexes.put(asked[line].line(), line);
        }
        return indexes;
    }

    int available(int candidate, int line) {
        return stock[candidate * pools + poolOfLine[line]];
    }

    @Nullable
    BigDecimal unitCost(int candidate, int line) {
        @Nullable BigDecimal[] costs = unitCosts;
        if (costs == null) {
            costs = unitCosts();
            unitCosts = costs;
        }
        return costs[candidate * lines + line];
    }

    /** Laid out when a rule first asks, most strategies never do. */
    private @Nullable BigDecimal[] unitCosts() {
        @Nullable BigDecimal[] costs = new BigDecimal[placed.length];
        for (int candidate = 0; candidate < used.length; candidate++) {
            for (Candidate.Offer offer : candidates[candidate].offers()) {
                int line = index(offer);
                if (line >= 0) {
                    costs[candidate * lines + line] = offer.unitCost();
                }
            }
        }
        return costs;
    }

    int poolCount() {
        return pools;
    }

    int pool(int line) {
        return poolOfLine[line];
    }

    int lineCount() {
        return lines;
    }

    boolean shareStock(int line, int other) {
        return poolOfLine[line] == poolOfLine[other];
    }

    int open(int line) {
        return open[line];
    }

    long openUnits() {
        long units = 0;
        for (int quantity : open) {
            units += quantity;
        }
        return units;
    }

    /** The candidate may give the line up to these units: what it has, or what it has room for. */
    void allow(int candidate, int line, int units) {
        allowed[candidate * lines + line] = units;
    }

    boolean isEligible(int candidate, int line) {
        return allowed[candidate * lines + line] > 0;
    }

    /** Units the candidate could give to the line now. */
    int usable(int candidate, int line) {
        int most = allowed[candidate * lines + line];
        if (most <= 0 || (locationsOfLine[line] >= locationsPerLineMax && placed(candidate, line) == 0)) {
            return 0;
        }
        return Math.min(most, Math.min(available(candidate, line), open[line]));
    }

    /** How many more locations may give to the line. */
    int locationsLeft(int line) {
        return Math.max(0, locationsPerLineMax - locationsOfLine[line]);
    }

    /** From now on no line goes to more locations than this. */
    void limitLocationsPerLine(int most) {
        locationsPerLineMax = most;
    }

    /** Whether one candidate's pools hold all these lines at once. */
    boolean suffices(int candidate, int[] wanted) {
        if (pools == lines) {
            return true;
        }
        int[] needed = new int[pools];
        for (int line : wanted) {
            needed[poolOfLine[line]] += open[line];
            if (needed[poolOfLine[line]] > available(candidate, line)) {
                return false;
            }
        }
        return true;
    }

    void place(int candidate, int line, int units) {
        stock[candidate * pools + poolOfLine[line]] -= units;
        open[line] -= units;
        locationsOfLine[line] += placed[candidate * lines + line] == 0 ? 1 : 0;
        placed[candidate * lines + line] += units;
        allowed[candidate * lines + line] -= units;
        used[candidate] = true;
    }

    int placed(int candidate, int line) {
        return placed[candidate * lines + line];
    }

    boolean isUsed(int candidate) {
        return used[candidate];
    }

    int usedCount() {
        int count = 0;
        for (boolean each : used) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
