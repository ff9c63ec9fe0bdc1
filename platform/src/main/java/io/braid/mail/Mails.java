package io.braid.mail;

import io.braid.mail.Mail.Status;
import io.braid.store.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The outbox of mails. A mail is written in the transaction that causes it and sent after that one has committed, at
 * least once; without a mail server it stays here to be read. Nothing is ever sent inside a transaction.
 */
public final class Mails {
    private final MailStore store;
    private final boolean sends;
    private final Runnable wake;

    Mails(MailStore store, boolean sends, Runnable wake) {
        this.store = store;
        this.sends = sends;
        this.wake = wake;
    }

    public void post(Instant at, Draft draft) {
        post(at, List.of(draft));
    }

    /** Any number, in one statement. */
    public void post(Instant at, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        store.insert(
                drafts.stream()
                        .map(draft -> new MailStore.Written(Ids.newId(at), draft))
                        .toList(),
                sends ? Status.WAITING : Status.KEPT);
        if (sends && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake.run();
                }
            });
        }
    }

    /** Newest first, those before that one (null for the first page), to one address or to anybody. */
    public List<Mail> listMails(@Nullable String recipient, Mail.@Nullable Key before, int limit) {
        return store.list(recipient, before, limit);
    }
}
