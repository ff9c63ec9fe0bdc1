package io.braid.order;

import io.braid.kernel.OrderNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An order as it stands: what was placed, and where its units are now. */
public record Order(
        OrderNumber number, NewOrder placed, OrderState state, int version, Instant acceptedAt, List<OrderLine> lines) {
    public Order {
        lines = List.copyOf(lines);
    }

    public OrderLine line(int number) {
        return lines.stream()
                .filter(l -> l.line() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order " + this.number + " has no line " + number));
    }

    Order changed(List<LineChange> changes) {
        Map<Integer, LineChange> byLine =
                changes.stream().collect(Collectors.toMap(LineChange::line, Function.identity()));
        List<OrderLine> after = new ArrayList<>(lines.size());
        for (OrderLine line : lines) {
            LineChange change = byLine.remove(line.line());
            after.add(change == null ? line : line.changed(change));
        }
        if (!byLine.isEmpty()) {
            throw new IllegalArgumentException("order " + number + " has no lines " + byLine.keySet());
        }
        return new Order(number, placed, OrderState.of(after), version + 1, acceptedAt, after);
    }
}
