package io.braid.access;

import io.braid.access.Session.Opened;
import io.braid.access.Session.Visit;
import io.braid.access.SessionStore.Found;
import io.braid.access.SessionStore.Lives;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.store.Ids;
import io.braid.store.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. A session is a random token of which the database holds the hash; every request looks it up, so
 * what is ended, suspended or expired is dead at once on every instance. It ends after half an hour without a request,
 * after twelve hours in any case, and whenever its user's proofs change. A new sign-in always makes a new token.
 */
public final class Sessions {
    private static final Lives LIVES = new Lives(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(15));

    private static final List<String> LETTING_IN = List.of("users:write", "api-keys:write");

    private final SessionStore store;
    private final Roles roles;
    private final SecondFactor secondFactor;
    private final Journal journal;
    private final Transactions transactions;

    Sessions(SessionStore store, Roles roles, SecondFactor secondFactor, Journal journal, Transactions transactions) {
        this.secondFactor = secondFactor;
        this.store = store;
        this.roles = roles;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Whether the operator's people and vendors' administrators may come with a password alone. */
    enum SecondFactor {
        OPTIONAL,
        REQUIRED
    }

    /** So many people sign in at once that the wait is too long; trying again soon is fine. */
    public static final class Crowded extends RuntimeException {
        Crowded() {
            super("too many passwords are being checked at this moment", null, false, false);
        }
    }

    /** Whoever holds a session of this portal that opens now; empty for everything else alike. */
    public Optional<Holder> findHolder(Portal portal, String token) {
        Optional<Found> found = store.find(Secret.hash(token), LIVES)
                .filter(session -> (session.vendor() == null) == (portal == Portal.OPERATOR));
        found.filter(Found::stale).ifPresent(session -> store.seen(session.id()));
        return found.map(session -> holder(portal, session));
    }

    private Holder holder(Portal portal, Found session) {
        Permissions permissions = roles.permissions(portal, session.roles());
        return new Holder(
                session.id(),
                session.user(),
                session.vendor(),
                session.name(),
                session.factors(),
                permissions,
                portal == Portal.OPERATOR ? Roles.posting(session.roles(), session.locations()) : Posting.NONE,
                lacksFactor(portal, session, permissions),
                session.fresh());
    }

    /** Of vendors' people only those must who let in others, be it by what role they may: people or programs. */
    private boolean lacksFactor(Portal portal, Found session, Permissions permissions) {
        boolean must = portal == Portal.OPERATOR || LETTING_IN.stream().anyMatch(permissions::allow);
        return secondFactor == SecondFactor.REQUIRED
                && must
                && session.factors().equals(SignIn.PASSWORD);
    }

    /** For somebody who has just proved who he is. */
    Opened open(UUID user, String factors, Visit visit, String channel) {
        String token = Secret.make();
        UUID id = Ids.newId(visit.at());
        return transactions.call(() -> {
            store.insert(new SessionStore.Draft(id, user, factors, visit), token, LIVES);
            Deed deed = new Deed(new Deed.Actor("USER", user.toString()), visit.at(), channel, visit.correlationId());
            Map<String, String> told = Map.of("user", user.toString(), "factors", factors);
            journal.record(deed, List.of(Entry.first(subject(id), "SignedIn", told)));
            return new Opened(id, user, token);
        });
    }

    /** The user's sessions that open now, newest first. */
    public List<Session> listSessions(UUID user) {
        return store.list(user, LIVES);
    }

    public Outcome<UUID> end(Deed deed, UUID user, UUID session) {
        return transactions.decide(() -> {
            if (!store.end(session, user)) {
                return Outcome.refused(new SignInRefusal.UnknownSession());
            }
            journal.record(deed, List.of(ended(session, user)));
            return Outcome.done(session);
        });
    }

    /** All of them, or all but the one that asks; says how many. Joins the transaction it is called in. */
    public int endAll(Deed deed, UUID user, @Nullable UUID except) {
        return transactions.call(() -> {
            List<UUID> gone = store.endAll(user, except);
            journal.record(
                    deed, gone.stream().map(session -> ended(session, user)).toList());
            return gone.size();
        });
    }

    private static Entry ended(UUID session, UUID user) {
        return new Entry(subject(session), 2, "SessionEnded", null, null, Map.of("user", user.toString()));
    }

    private static Subject subject(UUID session) {
        return Subject.of("session", session.toString());
    }
}
