package io.braid.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Keys made by the application: UUID version 7 (RFC 9562), so that rows made together lie together in an index. */
public final class TimeOrderedIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedIds() {}

    /** A new id that sorts by that moment, to the millisecond. */
    public static UUID next(Instant at) {
        long high = (at.toEpochMilli() << 16) | VERSION_7 | (RANDOM.nextLong() & 0xFFFL);
        long low = VARIANT | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
