package io.braid.mail;

import io.braid.mail.Mail.Status;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Sends what waits: at once after a commit that wrote a mail, else every half minute. A mail is claimed for some
 * minutes before it is sent, so two instances do not send it both unless one dies between sending and saying so. What
 * the server refuses is tried again with growing pauses for about a day, then given up.
 */
final class MailJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);
    private static final int EVERY_SECONDS = 30;
    private static final int AT_ONCE_MAX = 20;
    private static final int LEASE_SECONDS = 300;
    private static final int ATTEMPTS_MAX = 12;
    private static final int FIRST_PAUSE_SECONDS = 30;
    private static final int PAUSE_DOUBLINGS_MAX = 9;
    private static final int KEPT_DAYS = 30;

    private final MailStore store;
    private final @Nullable Postman postman;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mail-job").factory());

    MailJob(MailStore store, @Nullable Postman postman) {
        this.store = store;
        this.postman = postman;
    }

    void start() {
        // What fails is logged by the run itself.
        ScheduledFuture<?> _ = schedule.scheduleWithFixedDelay(this::run, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void wake() {
        if (!schedule.isShutdown()) {
            schedule.execute(this::run);
        }
    }

    void run() {
        try {
            store.forget(KEPT_DAYS);
            if (postman != null) {
                for (var due : store.due(AT_ONCE_MAX)) {
                    store.claim(due, LEASE_SECONDS).ifPresent(mail -> deliver(postman, mail));
                }
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("mails wait until the next run: {}", e.getMessage());
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
        schedule.shutdownNow();
    }
}
