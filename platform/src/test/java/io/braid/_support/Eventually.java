package io.braid._support;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** For what the product does by itself soon after a command: asks again until it is so, or until time is up. */
public final class Eventually {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Eventually() {}

    /** Fails with the last answer when it has not become so within the time. */
    public static void within(Duration patience, ThrowingCallable check) {
        long began = System.nanoTime();
        while (true) {
            try {
                check.call();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - began > patience.toNanos()) {
                    throw notYet;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (RuntimeException | Error broken) {
                throw broken;
            } catch (Throwable checked) {
                throw new IllegalStateException(checked);
            }
        }
    }
}
