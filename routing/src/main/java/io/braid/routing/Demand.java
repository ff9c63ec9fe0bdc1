package io.braid.routing;

import io.braid.routing.Scenario.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario has to place, cut into items that may go to different locations: open lines, lines that must stay
 * together, or the whole order. An item of several lines is given whole or not at all.
 */
final class Demand {
    private final Supply supply;
    private final List<int[]> items;
    private final boolean[] splits;

    Demand(Facts facts, Spread spread) {
        this.supply = facts.supply();
        this.items = items(facts, spread);
        this.splits = new boolean[items.size()];
        for (int item = 0; item < splits.length; item++) {
            boolean bound = spread.isWhole() || group(facts, items.get(item)[0], spread) != null;
            splits[item] = spread.splitUnits() && !bound;
        }
    }

    private static List<int[]> items(Facts facts, Spread spread) {
        if (spread.isWhole()) {
            return whole(facts);
        }
        Map<Object, int[]> byGroup = new LinkedHashMap<>();
        for (int line = 0; line < facts.lineCount(); line++) {
            if (facts.supply().open(line) > 0) {
                String together = group(facts, line, spread);
                byGroup.merge(together == null ? (Object) line : together, new int[] {line}, Demand::joined);
            }
        }
        return new ArrayList<>(byGroup.values());
    }

    private static List<int[]> whole(Facts facts) {
        int[] open = IntStream.range(0, facts.lineCount())
                .filter(line -> facts.supply().open(line) > 0)
                .toArray();
        return open.length == 0 ? List.of() : List.of(open);
    }

    private static @Nullable String group(Facts facts, int line, Spread spread) {
        return spread.keepTogether() ? facts.line(line).keepTogether() : null;
    }

    private static int[] joined(int[] before, int[] one) {
        int[] joined = Arrays.copyOf(before, before.length + 1);
        joined[before.length] = one[0];
        return joined;
    }

    int itemCount() {
        return items.size();
    }

    int[] lines(int item) {
        return items.get(item);
    }

    /** The item that holds a line which was open when the demand was laid out. */
    int itemOf(int line) {
        for (int item = 0; item < items.size(); item++) {
            for (int each : items.get(item)) {
                if (each == line) {
                    return item;
                }
            }
        }
        throw new IllegalArgumentException("line " + line + " is in no item. Maybe it was placed before.");
    }

    boolean splitsUnits(int item) {
        return splits[item];
    }

    int open(int item) {
        int units = 0;
        for (int line : items.get(item)) {
            units += supply.open(line);
        }
        return units;
    }

    /** Units a location must have to be of use for the line: those of lines of its sku that go with it count too. */
    int needed(int item, int line) {
        int needed = 0;
        for (int each : items.get(item)) {
            needed += supply.shareStock(each, line) ? supply.open(each) : 0;
        }
        return splits[item] ? 1 : needed;
    }

    /** Units of the item the candidate could take now: for an item that stays whole, all or nothing. */
    int gain(int candidate, int item) {
        int[] lines = items.get(item);
        int units = 0;
        for (int line : lines) {
            int usable = supply.usable(candidate, line);
            if (usable < supply.open(line) && !splitsUnits(item)) {
                return 0;
            }
            units += usable;
        }
        return lines.length == 1 || supply.suffices(candidate, lines) ? units : 0;
    }

    boolean gainsAnything(int candidate) {
        for (int item = 0; item < items.size(); item++) {
            if (gain(candidate, item) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Gives the candidate what it can take of the item; answers the units. */
    int take(int candidate, int item) {
        int units = gain(candidate, item);
        if (units > 0) {
            for (int line : items.get(item)) {
                int part = supply.usable(candidate, line);
                if (part > 0) {
                    supply.place(candidate, line, part);
                }
            }
        }
        return units;
    }

    boolean isDone() {
        for (int item = 0; item < items.size(); item++) {
            if (open(item) > 0) {
                return false;
            }
        }
        return true;
    }
}
