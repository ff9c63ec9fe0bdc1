package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class DatabaseClockTest {
    private final TurnableClock own = new TurnableClock();
    private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ofHours(1));

    @Test
    void a_machine_whose_clock_is_wrong_goes_by_the_databases() {
        try (DatabaseClock clock = new DatabaseClock(own, () -> own.instant().plus(off.get()))) {
            clock.compare();
            assertThat(clock.instant()).isEqualTo(own.instant().plus(Duration.ofHours(1)));

            off.set(Duration.ofHours(-1));
            clock.compare();
            assertThat(clock.instant()).isEqualTo(own.instant().minus(Duration.ofHours(1)));

            off.set(Duration.ofHours(-1).plusMillis(3));
            clock.compare();
            assertThat(clock.instant()).as("a wobble").isEqualTo(own.instant().minus(Duration.ofHours(1)));
        }
    }

    @Test
    void while_the_database_is_away_or_slow_the_last_difference_holds() {
        AtomicBoolean away = new AtomicBoolean();
        try (DatabaseClock clock = new DatabaseClock(own, () -> answer(away.get()))) {
            clock.compare();
            Instant before = clock.instant();
            away.set(true);
            clock.compare();
            assertThat(clock.instant()).isEqualTo(before);

            away.set(false);
            off.set(Duration.ofDays(1));
            try (DatabaseClock slow = new DatabaseClock(own, this::slowly)) {
                slow.compare();
                assertThat(slow.instant()).isEqualTo(own.instant());
            }
        }
    }

    private Instant answer(boolean away) {
        if (away) {
            throw new TransientDataAccessResourceException("away");
        }
        return own.instant().plus(off.get());
    }

    private Instant slowly() {
        own.turn(Duration.ofSeconds(2));
        return own.instant().plus(off.get());
    }
}
