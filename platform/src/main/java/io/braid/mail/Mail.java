package io.braid.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person.
 *
 * @param text null once it was sent or given up: it may have held a link that opens
 * @param fault what the mail server said last, null when nothing went wrong
 */
public record Mail(
        UUID id,
        String recipient,
        String subject,
        @Nullable String text,
        Status status,
        int attempts,
        @Nullable String fault,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** By which mails are ordered, newest first. */
    public record Key(Instant createdAt, UUID id) {}

    /** Kept: no mail server is configured, so an administrator reads it in the outbox. */
    public enum Status {
        WAITING,
        SENT,
        KEPT,
        FAILED
    }
}
