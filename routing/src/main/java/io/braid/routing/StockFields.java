package io.braid.routing;

import static io.braid.routing.Field.CANDIDATE;
import static io.braid.routing.Field.LINE;

import io.braid.routing.Candidate.Offer;
import io.braid.routing.Candidate.Shelf;
import io.braid.routing.Field.Measure;
import io.braid.routing.Field.Name;
import io.braid.routing.Field.Values;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rules may ask about a line's stock at a location. */
final class StockFields {
    private StockFields() {}

    static void addTo(FieldList list) {
        list.add(new Field(
                new Name(
                        "unitCost",
                        "inventory.unitCost",
                        "what one unit of the line costs there, in the order's currency; as a sort, the average over"
                                + " the units it could supply",
                        "order currency"),
                Field.Type.NUMBER,
                CANDIDATE | LINE,
                (Values) Facts::unitCost,
                Keys::unitCost));
        list.exact(
                new Name(
                        "margin",
                        "inventory.margin",
                        "selling price less unit cost of one unit of the line; as a sort, the average over the units it"
                                + " could supply",
                        "order currency"),
                CANDIDATE | LINE,
                StockFields::margin);
        addShelf(list);
        list.add(new Field(
                new Name("random", null, "a fixed shuffle by order number and seed; for sorts alone", null),
                Field.Type.NUMBER,
                CANDIDATE,
                (Measure) f -> Double.NaN,
                Keys::random));
    }

    private static void addShelf(FieldList list) {
        list.measure(
                new Name(
                        "daysOfSupply",
                        "inventory.daysOfSupply",
                        "days the available units last at the rate of the last 28 days; missing without sales",
                        "days"),
                CANDIDATE | LINE,
                shelf(Shelf::daysOfSupply));
        list.measure(
                new Name("inventoryAgeDays", "inventory.ageDays", "days since units last came in", "days"),
                CANDIDATE | LINE,
                shelf(Shelf::ageDays));
        list.measure(
                new Name("freshnessHours", "inventory.freshnessHours", "hours since the figure was taken", "hours"),
                CANDIDATE | LINE,
                shelf(Shelf::hoursSinceCount));
    }

    private static Measure shelf(Function<Shelf, @Nullable Double> value) {
        return facts -> {
            Offer offer = facts.offer();
            Double known = offer == null ? null : value.apply(offer.shelf());
            return known == null ? Double.NaN : known;
        };
    }

    private static @Nullable Object margin(Facts facts) {
        BigDecimal price = facts.line().unitPrice();
        BigDecimal cost = Field.decimal(facts.unitCost());
        return price == null || cost == null ? null : price.subtract(cost);
    }
}
