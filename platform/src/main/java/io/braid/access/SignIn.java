package io.braid.access;

import io.braid.access.Session.Opened;
import io.braid.access.Session.Visit;
import io.braid.access.Throttle.Measure;
import io.braid.access.Throttle.Name;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letting in by password and, where the user has one, a second factor. Every attempt is counted before it is made, and
 * an address nobody has is answered like a wrong password, in the same words and the same time.
 */
public final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    static final String PASSWORD = "PASSWORD";

    /** Of one address, when no vendor is named; each costs the time of a guess. */
    private static final int VENDORS_MAX = 10;

    private final CredentialStore credentials;
    private final SessionStore sessionStore;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final OperatorsCome operatorsCome;
    private final Throttle throttle;
    private final Sessions sessions;

    SignIn(
            CredentialStore credentials,
            SessionStore sessionStore,
            Proofs proofs,
            Throttle throttle,
            Sessions sessions) {
        this.credentials = credentials;
        this.sessionStore = sessionStore;
        this.passwords = proofs.passwords();
        this.factors = proofs.factors();
        this.operatorsCome = proofs.come();
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /** The two ways of proving. */
    record Proofs(Passwords passwords, SecondFactors factors, OperatorsCome come) {}

    /** How the operator's people may prove who they are; vendors' people are not its. */
    enum OperatorsCome {
        ANYHOW,
        BY_SINGLE_SIGN_ON
    }

    /**
     * What somebody sends to be let in.
     *
     * @param vendor needed by those whose address belongs to several vendors
     * @param code from the authenticator
     */
    public record Attempt(
            Portal portal,
            String email,
            String password,
            @Nullable VendorCode vendor,
            @Nullable String code,
            @Nullable String recoveryCode) {}

    public Outcome<Opened> byPassword(Attempt attempt, Visit visit) {
        return direct(attempt.portal()).then(portal -> tried(attempt, visit));
    }

    /** Whether this portal's people may prove who they are here at all. */
    public Outcome<Portal> direct(Portal portal) {
        return portal == Portal.OPERATOR && operatorsCome == OperatorsCome.BY_SINGLE_SIGN_ON
                ? Outcome.refused(new SignInRefusal.SingleSignOnOnly())
                : Outcome.done(portal);
    }

    private Outcome<Opened> tried(Attempt attempt, Visit visit) {
        List<Credentials> candidates =
                credentials.find(attempt.portal(), attempt.email(), attempt.vendor(), VENDORS_MAX);
        Optional<Integer> wait = claim(attempt, candidates, visit);
        if (wait.isPresent()) {
            return Outcome.refused(new SignInRefusal.TooManyAttempts(wait.get()));
        }
        List<Credentials> users = proved(attempt, candidates);
        if (users.isEmpty()) {
            // Without the address: what is typed there may be a password.
            LOG.info("a sign-in at {} was refused ({})", attempt.portal(), visit.correlationId());
            return Outcome.refused(new SignInRefusal.SignInRefused());
        }
        // Who does not know the password never learns that there are several.
        return users.size() == 1
                ? enter(attempt, users.getFirst(), visit)
                : Outcome.refused(new SignInRefusal.VendorNeeded(users.stream()
                        .map(Credentials::vendor)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private Optional<Integer> claim(Attempt attempt, List<Credentials> candidates, Visit visit) {
        Optional<Integer> wait =
                throttle.claim(new Name(Measure.SOURCE, visit.source())).or(() -> throttle.claim(pair(attempt, visit)));
        boolean known = candidates.stream().anyMatch(c -> sessionStore.knowsSource(c.id(), visit.source()));
        return wait.isPresent() || known ? wait : throttle.claim(name(attempt));
    }

    private static Name pair(Attempt attempt, Visit visit) {
        return new Name(Measure.PAIR, attempt.portal() + "\n" + attempt.email() + "\n" + visit.source());
    }

    private static Name name(Attempt attempt) {
        return new Name(Measure.NAME, attempt.portal() + "\n" + attempt.email());
    }

    private List<Credentials> proved(Attempt attempt, List<Credentials> candidates) {
        if (candidates.isEmpty()) {
            passwords.matches(attempt.password(), null);
            return List.of();
        }
        return candidates.stream()
                .filter(c -> passwords.matches(attempt.password(), c.passwordHash()))
                .filter(Credentials::mayEnter)
                .toList();
    }

    private Outcome<Opened> enter(Attempt attempt, Credentials user, Visit visit) {
        String proof = PASSWORD;
        if (user.totpConfirmed()) {
            if (attempt.code() == null && attempt.recoveryCode() == null) {
                return Outcome.refused(new SignInRefusal.SecondFactorRequired());
            }
            Optional<String> second = factors.use(user, attempt.code(), attempt.recoveryCode());
            if (second.isEmpty()) {
                LOG.info("a second factor of user {} was refused ({})", user.id(), visit.correlationId());
                return Outcome.refused(new SignInRefusal.SignInRefused());
            }
            proof = proof + "+" + second.get();
        }
        renew(user, attempt.password());
        throttle.forgive(pair(attempt, visit));
        return Outcome.done(sessions.open(user.id(), proof, visit, channel(attempt.portal())));
    }

    private void renew(Credentials user, String password) {
        String hash = user.passwordHash();
        if (hash != null && passwords.isOutdated(hash)) {
            credentials.rehash(user.id(), hash, passwords.hash(password));
        }
    }

    /** What entries say about how somebody signed in did something. */
    static String channel(Portal portal) {
        return portal == Portal.OPERATOR ? "CONSOLE" : "PORTAL";
    }
}
