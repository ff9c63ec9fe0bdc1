package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.mail.Mail;
import io.braid.mail.Mails;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox: what was written to whom. Without a mail server an administrator hands the links on from here. */
@RestController
@RequestMapping("/api/v1/mails")
final class MailsHttp {
    private static final int MAILS_MAX = 100;

    private final Mails mails;

    MailsHttp(Mails mails) {
        this.mails = mails;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MailView(
            UUID id,
            String recipient,
            String subject,
            @Nullable String text,
            Mail.Status status,
            int attempts,
            @Nullable String fault,
            Instant createdAt,
            @Nullable Instant sentAt) {
        static MailView of(Mail mail) {
            return new MailView(
                    mail.id(),
                    mail.recipient(),
                    mail.subject(),
                    mail.text(),
                    mail.status(),
                    mail.attempts(),
                    mail.fault(),
                    mail.createdAt(),
                    mail.sentAt());
        }
    }

    /** Newest first; at most a hundred on a page, because each holds its text. */
    @GetMapping
    @Needs(value = "mails:read", fresh = true)
    Page<MailView> list(Paging asked, @RequestParam(required = false) @Nullable String recipient) {
        Paging paging = asked.atMost(MAILS_MAX);
        Mail.Key before = paging.after(MailsHttp::key);
        List<Mail> rows = mails.listMails(recipient, before, paging.fetch());
        return paging.page(
                rows,
                MailView::of,
                mail -> List.of(mail.createdAt().toString(), mail.id().toString()));
    }

    private static Mail.Key key(List<String> values) {
        return new Mail.Key(FieldReader.instant(values.getFirst()), UUID.fromString(values.getLast()));
    }
}
