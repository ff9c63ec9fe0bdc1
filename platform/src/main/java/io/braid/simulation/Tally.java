package io.braid.simulation;

import io.braid.order.NewOrder;
import io.braid.routing.Plan;
import io.braid.sourcing.Promised;
import io.braid.sourcing.Reached;
import io.braid.sourcing.Replay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up one side's answers, order by order; its size grows with the locations, not with the orders. */
final class Tally {
    /** What an order's attributes name as the day it is wanted by. */
    private static final String WISH = "deliverBy";

    private static final double THOUSAND = 1_000;

    private long orders;
    private long shipments;
    private long assigned;
    private long backordered;
    private long customerCare;
    private long canceled;
    private double km;
    private long measured;
    private long promised;
    private long promiseDays;
    private long wished;
    private long onTime;
    private final Map<String, BigDecimal> shippingCost = new TreeMap<>();
    private final Map<String, BigDecimal> routingCost = new TreeMap<>();
    private final Map<String, Load> load = new HashMap<>();

    private static final class Load {
        private long shipments;
        private long units;
    }

    void add(Replay.Past past, Replay.Told told) {
        Reached reached = told.reached();
        orders++;
        shipments += reached.shipments();
        assigned += reached.assigned();
        backordered += reached.backordered();
        customerCare += reached.customerCare();
        canceled += reached.canceled();
        km += reached.shipmentKm();
        measured += reached.measured();
        addPlan(past.order(), told.plan());
        addCarriage(past, told);
    }

    private void addPlan(NewOrder order, Plan plan) {
        for (Plan.Assignment assignment : plan.assignments()) {
            Load one = load.computeIfAbsent(assignment.location(), l -> new Load());
            one.shipments++;
            for (Plan.Part part : assignment.parts()) {
                one.units += part.quantity();
            }
            Plan.Cost cost = assignment.cost();
            if (cost != null) {
                routingCost.merge(order.currency().getCurrencyCode(), cost.total(), BigDecimal::add);
            }
        }
    }

    private void addCarriage(Replay.Past past, Replay.Told told) {
        boolean known = told.ways().size() == told.plan().assignments().size();
        boolean whole = told.plan().unassigned().isEmpty();
        LocalDate last = null;
        for (Promised.Way way : told.ways()) {
            last = last == null || way.promiseDate().isAfter(last) ? way.promiseDate() : last;
            shippingCost.merge(
                    way.shippingCost().currency().getCurrencyCode(),
                    way.shippingCost().amount(),
                    BigDecimal::add);
        }
        if (known && whole && last != null) {
            promised++;
            promiseDays += ChronoUnit.DAYS.between(day(past.at()), last);
        }
        LocalDate wish = wish(past.order());
        if (wish != null && (known || !whole)) {
            wished++;
            onTime += whole && last != null && !last.isAfter(wish) ? 1 : 0;
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** A wish that is no day is none. */
    private static @Nullable LocalDate wish(NewOrder order) {
        Object wish = order.attributes().get(WISH);
        try {
            return wish == null ? null : LocalDate.parse(wish.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    Figures figures() {
        return new Figures(
                orders,
                shipments,
                orders == 0 ? 0 : rounded((double) shipments / orders),
                assigned,
                backordered,
                customerCare,
                canceled,
                mean(km, measured),
                mean((double) promiseDays, promised),
                mean((double) onTime, wished),
                amounts(shippingCost),
                amounts(routingCost),
                load.entrySet().stream()
                        .map(e -> new Figures.Load(e.getKey(), e.getValue().shipments, e.getValue().units))
                        .sorted(Comparator.comparingLong(Figures.Load::shipments)
                                .reversed()
                                .thenComparing(Figures.Load::location))
                        .toList());
    }

    private static @Nullable Double mean(double sum, long count) {
        return count == 0 ? null : rounded(sum / count);
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    private static List<Figures.Amount> amounts(Map<String, BigDecimal> byCurrency) {
        return byCurrency.entrySet().stream()
                .map(e -> new Figures.Amount(e.getValue().toPlainString(), e.getKey()))
                .toList();
    }
}
