package io.braid.access;

import io.braid.access.FactorRefusal.CodeNotAccepted;
import io.braid.access.FactorRefusal.SecondFactorIsOff;
import io.braid.access.FactorRefusal.SecondFactorIsOn;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.kernel.Outcome;
import io.braid.store.Transactions;
import io.braid.store.Vault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The authenticator beside the password, and the codes for the day it is lost. A step's code and each recovery code are
 * good once. The authenticator's secret is sealed; of recovery codes only hashes are kept.
 */
public final class SecondFactors {
    private static final int CODES = 10;
    private static final int CODE_LENGTH = 16;
    private static final int GROUP = 4;
    /** Without what looks alike. 16 of 32 characters are 80 bits. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final CredentialStore store;
    private final UserStore users;
    private final Vault vault;
    private final Sessions sessions;
    private final Journal journal;
    private final Transactions transactions;

    SecondFactors(Stores stores, Vault vault, Sessions sessions, Journal journal, Transactions transactions) {
        this.store = stores.credentials();
        this.users = stores.users();
        this.vault = vault;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** The user, and what proves who he is. */
    record Stores(CredentialStore credentials, UserStore users) {}

    /** What an authenticator needs to know, told once: the secret as one types it, and as a picture holds it. */
    public record BegunTotp(String secret, String uri) {}

    /** Beginning anew forgets what was begun; a factor that is on must be removed first. */
    public Outcome<BegunTotp> beginTotp(UUID user, String account) {
        byte[] secret = Totp.newSecret();
        if (!store.beginTotp(user, vault.seal(secret, place(user)))) {
            return Outcome.refused(new SecondFactorIsOn());
        }
        String label =
                URLEncoder.encode("Braid:" + account, StandardCharsets.UTF_8).replace("+", "%20");
        String typed = Totp.base32(secret);
        return Outcome.done(new BegunTotp(typed, "otpauth://totp/" + label + "?secret=" + typed + "&issuer=Braid"));
    }

    /** The first code turns it on; every other session ends. Answers the recovery codes, told once. */
    public Outcome<List<String>> confirmTotp(Deed deed, UUID user, UUID session, String code) {
        return transactions.decide(() -> {
            Credentials known = store.find(user).orElseThrow();
            if (known.totpConfirmed()) {
                return Outcome.refused(new SecondFactorIsOn());
            }
            OptionalLong step = step(known, code);
            if (step.isEmpty()) {
                return Outcome.refused(new CodeNotAccepted());
            }
            OptionalInt version = store.confirmTotp(user, step.getAsLong());
            if (version.isEmpty()) {
                return Outcome.refused(new SecondFactorIsOn());
            }
            sessions.endAll(deed, user, session);
            record(deed, user, version.getAsInt(), "SecondFactorAdded");
            return Outcome.done(newCodes(user));
        });
    }

    public Outcome<UUID> removeTotp(Deed deed, UUID user, @Nullable UUID session) {
        return transactions.decide(() -> {
            OptionalInt version = store.removeTotp(user);
            if (version.isEmpty()) {
                return Outcome.refused(new SecondFactorIsOff());
            }
            store.replaceCodes(user, List.of());
            sessions.endAll(deed, user, session);
            record(deed, user, version.getAsInt(), "SecondFactorRemoved");
            return Outcome.done(user);
        });
    }

    /** New codes; the old ones are void. */
    public Outcome<List<String>> renewCodes(Deed deed, UUID user) {
        return transactions.decide(() -> {
            if (store.find(user).filter(Credentials::totpConfirmed).isEmpty()) {
                return Outcome.refused(new SecondFactorIsOff());
            }
            record(deed, user, users.touch(user), "RecoveryCodesRenewed");
            return Outcome.done(newCodes(user));
        });
    }

    public int codesLeft(UUID user) {
        return store.codesLeft(user);
    }

    /** The name of the factor that was used up, empty when neither is good. */
    Optional<String> use(Credentials user, @Nullable String code, @Nullable String recoveryCode) {
        if (code != null) {
            OptionalLong step = step(user, code);
            boolean used = step.isPresent() && store.useTotpStep(user.id(), step.getAsLong());
            return used ? Optional.of("TOTP") : Optional.empty();
        }
        boolean used = recoveryCode != null && store.useCode(user.id(), hash(user.id(), recoveryCode));
        return used ? Optional.of("RECOVERY_CODE") : Optional.empty();
    }

    private OptionalLong step(Credentials user, String code) {
        return user.sealedTotp() == null
                ? OptionalLong.empty()
                : Totp.step(
                        vault.open(user.sealedTotp(), place(user.id())), code, user.nowSeconds(), user.totpLastStep());
    }

    private List<String> newCodes(UUID user) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            codes.add(newCode());
        }
        store.replaceCodes(user, codes.stream().map(code -> hash(user, code)).toList());
        return codes;
    }

    private static String newCode() {
        String letters = Secret.letters(LETTERS, CODE_LENGTH);
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static byte[] hash(UUID user, String code) {
        return Secret.hash(user + "\n" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private void record(Deed deed, UUID user, int version, String type) {
        String state = User.Status.ACTIVE.name();
        journal.record(deed, List.of(new Entry(Users.subject(user), version, type, state, state, Map.of())));
    }

    private static String place(UUID user) {
        return "user_account.totp_secret/" + user;
    }
}
