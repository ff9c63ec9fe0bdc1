package io.braid.fulfillment;

import static io.braid.fulfillment.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepDeadlinesTest {
    @Test
    void an_open_step_is_at_risk_in_the_last_fifth_of_its_time_and_overdue_after_it() {
        assertThat(status(ShipmentState.READY, hours(0))).isEqualTo(SlaStatus.ON_TIME);
        assertThat(status(ShipmentState.READY, hours(19))).isEqualTo(SlaStatus.ON_TIME);
        assertThat(status(ShipmentState.READY, NOON.plus(Duration.ofMinutes(24 * 60 * 4 / 5))))
                .isEqualTo(SlaStatus.AT_RISK);
        assertThat(status(ShipmentState.READY, hours(24))).isEqualTo(SlaStatus.AT_RISK);
        assertThat(status(ShipmentState.READY, hours(24).plusNanos(1))).isEqualTo(SlaStatus.OVERDUE);
        assertThat(status(ShipmentState.ACKNOWLEDGED, hours(25))).isEqualTo(SlaStatus.ON_TIME);
        assertThat(status(ShipmentState.ACKNOWLEDGED, hours(40))).isEqualTo(SlaStatus.AT_RISK);
        assertThat(status(ShipmentState.PARTIALLY_SHIPPED, hours(49))).isEqualTo(SlaStatus.OVERDUE);
    }

    @Test
    void a_closed_shipment_is_judged_by_when_its_step_was_done_and_never_changes_again() {
        Instant muchLater = hours(1_000);
        assertThat(closed(ShipmentState.SHIPPED, hours(1), hours(47), muchLater))
                .isEqualTo(SlaStatus.ON_TIME);
        assertThat(closed(ShipmentState.SHIPPED, hours(1), hours(49), muchLater))
                .isEqualTo(SlaStatus.OVERDUE);
        assertThat(closed(ShipmentState.REASSIGNED, hours(23), null, muchLater)).isEqualTo(SlaStatus.ON_TIME);
        assertThat(closed(ShipmentState.REASSIGNED, hours(25), null, muchLater)).isEqualTo(SlaStatus.OVERDUE);
    }

    private static Instant hours(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private static SlaStatus status(ShipmentState state, Instant now) {
        return StepDeadlines.status(state, Samples.times(null, null), now);
    }

    private static SlaStatus closed(
            ShipmentState state, @Nullable Instant acknowledged, @Nullable Instant shipped, Instant now) {
        return StepDeadlines.status(state, Samples.times(acknowledged, shipped), now);
    }
}
