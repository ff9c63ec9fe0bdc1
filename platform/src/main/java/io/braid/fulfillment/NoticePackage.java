package io.braid.fulfillment;

import java.util.ArrayList;
import java.util.Comparator;
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

    NoticePackage sorted() {
        return with(lines.stream().sorted(Comparator.comparingInt(Packed::line)).toList());
    }

    NoticePackage and(NoticePackage more) {
        List<Packed> all = new ArrayList<>(lines);
        all.addAll(more.lines);
        return with(all);
    }

    private NoticePackage with(List<Packed> packed) {
        return new NoticePackage(carrier, service, trackingNumber, weightGrams, packed);
    }
}
