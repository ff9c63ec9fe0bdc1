package io.braid.store;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keys made by the application, so that rows can be numbered before they are written and on any shard: UUIDs of
 * version 7, which sort by the moment they were made and so fill an index from its end. They are not secret.
 */
public final class Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    public static UUID newId(Instant at) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = at.toEpochMilli() << 16 | VERSION_7 | random.nextInt(1 << 12);
        long low = random.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low);
    }

    /** The smallest key that could be made at that moment. */
    public static UUID firstOf(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }
}
