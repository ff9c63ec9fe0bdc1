package io.braid.routing;

import static io.braid.routing.Trees.filter;
import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.nearestFirst;
import static io.braid.routing.Trees.object;
import static io.braid.routing.Trees.scenario;
import static io.braid.routing.Trees.sort;
import static io.braid.routing.Trees.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Routing told as numbered stories: what is ordered, who has what, and what comes out. Locations stand on one line from
 * the customer: NEAR at 100 km, MID at 200, FAR at 300, END at 400.
 */
class RoutingStoriesTest {
    private static Network network() {
        return Network.of("NEAR 1, MID 2, FAR 3, END 4");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        A01 | the nearest that has it                    | A 1      | FAR A:9, NEAR A:9              | NEAR 1x1
        A02 | the nearest that has everything            | A 1, B 1 | NEAR A:9, MID A:9 B:9          | MID 1x1 2x1
        A03 | one far location beats two near ones       | A 1, B 1 | NEAR A:9, MID B:9, END A:9 B:9 | END 1x1 2x1
        A04 | two where no one has everything            | A 1, B 1 | NEAR A:9, MID A:9, FAR B:9     | NEAR 1x1, FAR 2x1
        A05 | of several pairs the best ranked           | A 1, B 1 | NEAR A:9, MID B:9, FAR A:9, END B:9 | NEAR 1x1, MID 2x1
        A06 | units of a line are not split              | A 5      | NEAR A:3, MID A:3              | rest 1x5 BACKORDER
        A07 | what nobody has waits                      | A 1, B 1 | NEAR A:1                       | NEAR 1x1; rest 2x1 BACKORDER
        A08 | nobody has anything                        | A 1      | NEAR A:0                       | rest 1x1 BACKORDER
        A09 | three lines, two locations instead of three| A 1, B 1, C 1 | NEAR A:1, MID A:1 B:1, FAR C:1 A:1, END C:1 B:1 | MID 1x1 2x1, FAR 3x1
        A10 | two lines of one sku share the stock       | A 2, A 2 | NEAR A:3, MID A:2              | NEAR 1x2, MID 2x2
        A11 | two lines of one sku where one has enough  | A 2, A 2 | NEAR A:3, MID A:4              | MID 1x2 2x2
        """)
    void fewest_shipments(String id, String story, String order, String stock, String expected) {
        assertThat(Network.told(strategy(nearestFirst("FEWEST_SHIPMENTS"))
                        .route(network().question(order, stock))))
                .as(id + story)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        B01 | each takes what it can, nearest first | A 1, B 1 | NEAR A:9, MID B:9, END A:9 B:9 | NEAR 1x1, MID 2x1
        B02 | units are split when allowed          | A 5      | NEAR A:3, MID A:3               | MID 1x2, NEAR 1x3
        B03 | what is missing waits                 | A 5      | NEAR A:3                        | NEAR 1x3; rest 1x2 BACKORDER
        """)
    void first_fit_with_split_units(String id, String story, String order, String stock, String expected) {
        var scenario = nearestFirst("FIRST_FIT");
        scenario.put("assignment", object("mode", "FIRST_FIT", "splitUnits", true));
        assertThat(Network.told(strategy(scenario).route(network().question(order, stock))))
                .as(id + story)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        C01 | the nearest with all of it      | A 1, B 1 | NEAR A:9, MID A:9 B:9, END A:9 B:9 | MID 1x1 2x1
        C02 | nothing rather than a part      | A 1, B 1 | NEAR A:9, MID B:9                  | rest 1x1 BACKORDER 2x1 BACKORDER
        C03 | shared stock counts once        | A 2, A 2 | NEAR A:3, MID A:4                  | MID 1x2 2x2
        """)
    void whole_order(String id, String story, String order, String stock, String expected) {
        assertThat(Network.told(
                        strategy(nearestFirst("WHOLE_ORDER")).route(network().question(order, stock))))
                .as(id + story)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        D01 | a line is split only where it must be | A 5, B 1 | NEAR A:1 B:1, MID A:5       | MID 1x5, NEAR 2x1
        D02 | fewest locations for many units       | A 9      | NEAR A:3, MID A:3, FAR A:6, END A:6 | FAR 1x6, NEAR 1x3
        D03 | one location when one suffices        | A 6      | NEAR A:3, MID A:3, END A:6  | END 1x6
        """)
    void fewest_shipments_with_split_units(String id, String story, String order, String stock, String expected) {
        var scenario = nearestFirst("FEWEST_SHIPMENTS");
        scenario.put("assignment", object("mode", "FEWEST_SHIPMENTS", "splitUnits", true));
        assertThat(Network.told(strategy(scenario).route(network().question(order, stock))))
                .as(id + story)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        E01 | two shipments take the most units | FEWEST_SHIPMENTS | 2 | A 1, B 5, C 3 | NEAR A:1, MID B:5, FAR C:3 | MID 2x5, FAR 3x3; rest 1x1 BACKORDER
        E02 | walking stops at the limit        | FIRST_FIT        | 2 | A 1, B 5, C 3 | NEAR A:1, MID B:5, FAR C:3 | NEAR 1x1, MID 2x5; rest 3x3 BACKORDER
        E03 | one shipment, most units          | FEWEST_SHIPMENTS | 1 | A 1, B 5      | NEAR A:1, MID B:5          | MID 2x5; rest 1x1 BACKORDER
        """)
    void at_most_so_many_shipments(
            String id, String story, String mode, int most, String order, String stock, String expected) {
        var scenario = nearestFirst(mode);
        scenario.put("assignment", object("mode", mode, "maxShipments", most));
        assertThat(Network.told(strategy(scenario).route(network().question(order, stock))))
                .as(id + story)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        F01 | the rest goes on      | NEXT_SCENARIO_WITH_REST  | A 1, B 1 | NEAR A:1, END A:1 B:1 | NEAR 1x1, END 2x1
        F02 | the whole goes on     | NEXT_SCENARIO_WITH_WHOLE | A 1, B 1 | NEAR A:1, END A:1 B:1 | END 1x1 2x1
        F03 | the rest is canceled  | CANCEL                   | A 1, B 1 | NEAR A:1, END A:1 B:1 | NEAR 1x1; rest 2x1 CANCEL
        F04 | the rest needs people | CUSTOMER_CARE            | A 1, B 1 | NEAR A:1, END A:1 B:1 | NEAR 1x1; rest 2x1 CUSTOMER_CARE
        F05 | full needs no action  | CANCEL                   | A 1, B 1 | NEAR A:1 B:1, END A:1 | NEAR 1x1 2x1
        F06 | the last goes finally | NEXT_SCENARIO_WITH_REST  | A 1, C 1 | NEAR A:1, END B:1     | NEAR 1x1; rest 2x1 BACKORDER
        """)
    void what_follows_a_partial_match(
            String id, String story, String otherwise, String order, String stock, String expected) {
        var near = scenario(
                "near", "FEWEST_SHIPMENTS", list(filter("distanceKm", "LESS", 150)), list(sort("distanceKm", "ASC")));
        near.put("otherwise", otherwise);
        assertThat(Network.told(strategy(near, nearestFirst("FEWEST_SHIPMENTS"))
                        .route(network().question(order, stock))))
                .as(id + story)
                .isEqualTo(expected);
    }
}
