package io.braid.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact to be recorded: the subject's {@code seq}-th, which is also the subject's version after it.
 *
 * @param type what happened, in the past tense: {@code ShipmentAcknowledged}
 * @param from the state before, null where there was none or states do not apply
 * @param data what changed, free of personal data and of selling prices; small, JSON values only
 */
public record Entry(
        Subject subject,
        int seq,
        String type,
        @Nullable String from,
        @Nullable String to,
        Map<String, ?> data) {

    /** The first entry of a subject that has no states. */
    public static Entry first(Subject subject, String type, Map<String, ?> data) {
        return new Entry(subject, 1, type, null, null, data);
    }
}
