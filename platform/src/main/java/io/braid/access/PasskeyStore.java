package io.braid.access;

import io.braid.store.Ids;
import io.braid.store.Sql;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Table {@code passkey}, as the library that checks passkeys asks for it. */
final class PasskeyStore implements UserCredentialRepository {
    private static final Sql SQL = Sql.of("access/passkey");

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The handle of a user in passkeys: his id. */
    static Bytes handle(UUID user) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array());
    }

    static UUID user(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** A new one, or one that was used: its counter may only grow, so a copy of it shows itself. */
    @Override
    public void save(CredentialRecord record) {
        if (findByCredentialId(record.getCredentialId()) == null) {
            insert(record);
            return;
        }
        int used = jdbc.sql(SQL.get("used"))
                .param("credential", record.getCredentialId().getBytes())
                .param("signCount", record.getSignatureCount())
                .param("backedUp", record.isBackupState())
                .update();
        if (used == 0) {
            throw new IllegalStateException("this passkey was used with a counter that is not later");
        }
    }

    private void insert(CredentialRecord record) {
        int inserted = jdbc.sql(SQL.get("insert"))
                .param("credential", record.getCredentialId().getBytes())
                .param("id", Ids.newId(record.getCreated()).toString())
                .param("user", user(record.getUserEntityUserId()).toString())
                .param("label", record.getLabel())
                .param("publicKey", record.getPublicKey().getBytes())
                .param("signCount", record.getSignatureCount())
                .param("backedUp", record.isBackupState())
                .param("recoverable", record.isBackupEligible())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param(
                        "attestation",
                        java.util.Objects.requireNonNull(record.getAttestationObject())
                                .getBytes())
                .update();
        if (inserted == 0) {
            throw new IllegalStateException("this passkey is here already");
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql(SQL.get("find"))
                .param("credential", credential.getBytes())
                .query((row, n) -> record(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(SQL.get("list"))
                .param("user", user(handle).toString())
                .query((row, n) -> record(row))
                .list();
    }

    /** Oldest first. */
    List<Passkey> list(UUID user) {
        return jdbc.sql(SQL.get("list"))
                .param("user", user.toString())
                .query((row, n) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean remove(UUID user, UUID id) {
        return jdbc.sql(SQL.get("remove"))
                        .param("id", id.toString())
                        .param("user", user.toString())
                        .update()
                == 1;
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("a passkey is removed by its owner alone");
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(row.getObject("user_id", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(true)
                .backupEligible(row.getBoolean("recoverable"))
                .backupState(row.getBoolean("backed_up"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toUnmodifiableSet()))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
                .build();
    }
}
