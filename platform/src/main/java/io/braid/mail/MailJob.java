package io.braid.mail;

import io.braid.mail.Mail.Status;
import io.braid.store.Recurring;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits: at once after a commit that wrote a mail, else every half minute. A mail is claimed for some
 * minutes before it is sent, so two instances do not send it both unless one dies between sending and saying so. What
 * the server refuses is tried again with growing pauses for about a day, then given up.
 */
final class MailJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE_MAX = 20;
    private static final int LEASE_SECONDS = 300;
    private static final int ATTEMPTS_MAX = 12;
    private static final int FIRST_PAUSE_SECONDS = 30;
    private static final int PAUSE_DOUBLINGS_MAX = 9;
    private static final int KEPT_DAYS = 30;

    private final MailStore store;
    private final @Nullable Postman postman;
    private final Recurring runs = new Recurring("mail-job", this::chore);

    MailJob(MailStore store, @Nullable Postman postman) {
        this.store = store;
        this.postman = postman;
    }

    void start() {
        runs.start(Duration.ofSeconds(1), EVERY);
    }

    void wake() {
        runs.wake();
    }

    void run() {
        runs.run();
    }

    private void chore() {
        store.forget(KEPT_DAYS);
        if (postman != null) {
            for (var due : store.due(AT_ONCE_MAX)) {
                store.claim(due, LEASE_SECONDS).ifPresent(mail -> deliver(postman, mail));
            }
        }
    }

    private void deliver(Postman by, Mail mail) {
        String fault = by.deliver(mail);
        if (fault.isEmpty()) {
            store.sent(mail);
            return;
        }
        boolean last = mail.attempts() >= ATTEMPTS_MAX;
        LOG.warn("mail {} was not taken at attempt {}: {}", mail.id(), mail.attempts(), last ? "given up" : "waits");
        int pause = FIRST_PAUSE_SECONDS << Math.min(mail.attempts() - 1, PAUSE_DOUBLINGS_MAX);
        store.failed(mail, last ? Status.FAILED : Status.WAITING, fault, pause);
    }

    @Override
    public void close() {
        runs.close();
    }
}
