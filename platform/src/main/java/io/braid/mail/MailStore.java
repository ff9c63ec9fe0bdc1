package io.braid.mail;

import io.braid.mail.Mail.Status;
import io.braid.store.Columns;
import io.braid.store.Sql;
import io.braid.store.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code mail}; texts are sealed on their way in and opened on their way out. */
final class MailStore {
    private static final Sql SQL = Sql.of("mail/mail");

    private final JdbcClient jdbc;
    private final Vault vault;

    MailStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A mail that nobody has tried to send yet, at a number of tries. */
    record Due(UUID id, int attempts) {}

    /** A mail that is new. */
    record Written(UUID id, Draft draft) {}

    void insert(List<Written> mails, Status status) {
        Columns<Written> columns = Columns.of(mails);
        jdbc.sql(SQL.get("insert"))
                .param("ids", columns.texts(Written::id))
                .param("recipients", columns.texts(mail -> mail.draft().recipient()))
                .param("subjects", columns.texts(mail -> mail.draft().subject()))
                .param("sealed", columns.bytes(this::sealed))
                .param("status", status.name())
                .update();
    }

    private byte[] sealed(Written mail) {
        return vault.seal(mail.draft().text().getBytes(StandardCharsets.UTF_8), place(mail.id()));
    }

    List<Mail> list(@Nullable String recipient, Mail.@Nullable Key before, int limit) {
        return jdbc.sql(SQL.get("list"))
                .param("recipient", recipient)
                .param("before", before == null ? null : before.id().toString())
                .param("beforeAt", before == null ? null : before.createdAt().toString())
                .param("limit", limit)
                .query((row, n) -> mail(row))
                .list();
    }

    List<Due> due(int limit) {
        return jdbc.sql(SQL.get("due"))
                .param("limit", limit)
                .query((row, n) -> new Due(row.getObject("id", UUID.class), row.getInt("attempts")))
                .list();
    }

    /** Empty when another instance was faster; until the lease ends nobody else tries it. */
    Optional<Mail> claim(Due due, int leaseSeconds) {
        return jdbc.sql(SQL.get("claim"))
                .param("id", due.id().toString())
                .param("attempts", due.attempts())
                .param("leaseSeconds", leaseSeconds)
                .query((row, n) -> mail(row))
                .optional();
    }

    void sent(Mail mail) {
        jdbc.sql(SQL.get("sent")).param("id", mail.id().toString()).update();
    }

    /** The status says whether it is tried again after the wait. */
    void failed(Mail mail, Status status, String fault, int waitSeconds) {
        jdbc.sql(SQL.get("failed"))
                .param("id", mail.id().toString())
                .param("attempts", mail.attempts())
                .param("status", status.name())
                .param("fault", fault)
                .param("waitSeconds", waitSeconds)
                .update();
    }

    int forget(int days) {
        return jdbc.sql(SQL.get("forget")).param("days", days).update();
    }

    private Mail mail(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] sealed = row.getBytes("sealed");
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Mail(
                id,
                row.getString("recipient"),
                row.getString("subject"),
                sealed == null ? null : new String(vault.open(sealed, place(id)), StandardCharsets.UTF_8),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("last_fault"),
                createdAt,
                sentAt == null ? null : sentAt.toInstant());
    }

    private static String place(UUID id) {
        return "mail.sealed/" + id;
    }
}
