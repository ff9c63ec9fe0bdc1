package io.braid.fulfillment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One package that left: who carries it, how it is followed, what is in it. */
public record NoticePackage(
        String carrier,
        @Nullable String service,
        String trackingNumber,
        @Nullable Integer weightGrams,
        List<Packed> lines) {
    public NoticePackage {
        lines = List.copyOf(lines);
    }
}
