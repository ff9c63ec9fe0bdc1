package io.braid.access;

import io.braid.access.LinkStore.Link;
import io.braid.access.LinkStore.Purpose;
import io.braid.access.Session.Visit;
import io.braid.access.Throttle.Measure;
import io.braid.access.Throttle.Name;
import io.braid.access.User.Status;
import io.braid.access.UserRefusal.LinkNotValid;
import io.braid.access.UserRefusal.WeakPassword;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.kernel.Outcome;
import io.braid.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a password comes to be: by an invitation, by a link for somebody who forgot, or by somebody who knows the old
 * one. With a new password every session of its user ends, but the one that asked. Whether an address is known is told
 * to nobody.
 */
public final class PasswordChanges {
    private static final int RESETS_PER_HOUR_MAX = 3;

    /** Of one address: a mail goes to each. */
    private static final int VENDORS_MAX = 50;

    private final CredentialStore credentials;
    private final UserStore users;
    private final Links links;
    private final Guards guards;
    private final Ledger ledger;

    PasswordChanges(CredentialStore credentials, UserStore users, Links links, Guards guards, Ledger ledger) {
        this.credentials = credentials;
        this.users = users;
        this.links = links;
        this.guards = guards;
        this.ledger = ledger;
    }

    /** What stands before a password. */
    record Guards(Passwords passwords, Throttle throttle, Sessions sessions) {}

    /** Where it is written down. */
    record Ledger(Journal journal, Transactions transactions) {}

    /** Whom an invitation is for; the page shows it before a password is chosen. */
    public Outcome<User> openInvitation(Portal portal, String token) {
        return links.open(token, Purpose.INVITATION).then(link -> of(portal, link));
    }

    /** The invited user is active afterwards; of two who use one link, one is refused. */
    public Outcome<User> acceptInvitation(Portal portal, String token, String password, Visit visit) {
        return links.open(token, Purpose.INVITATION)
                .then(link -> of(portal, link)
                        .then(user -> settled(link, user, password, new Settling(visit, "InvitationAccepted"))));
    }

    /** By a link for somebody who forgot. */
    public Outcome<User> reset(Portal portal, String token, String password, Visit visit) {
        return links.open(token, Purpose.PASSWORD_RESET)
                .then(link -> of(portal, link)
                        .then(user -> settled(link, user, password, new Settling(visit, "PasswordReset"))));
    }

    private Outcome<User> of(Portal portal, Link link) {
        return users.find(link.user())
                .filter(user -> user.portal() == portal && user.status() != Status.SUSPENDED)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new LinkNotValid()));
    }

    private record Settling(Visit visit, String type) {}

    private Outcome<User> settled(Link link, User user, String password, Settling settling) {
        Optional<String> complaint = Passwords.complaint(password, user.email());
        if (complaint.isPresent()) {
            return Outcome.refused(new WeakPassword(complaint.get()));
        }
        String hash = guards.passwords().hash(password);
        Visit visit = settling.visit();
        Deed deed = new Deed(
                new Deed.Actor("USER", user.id().toString()),
                visit.at(),
                SignIn.channel(user.portal()),
                visit.correlationId());
        return ledger.transactions()
                .decide(() -> users.lock(user.id())
                        .filter(known -> known.status() != Status.SUSPENDED)
                        .map(known -> links.use(link).then(used -> kept(deed, known, hash, settling.type())))
                        .orElseGet(() -> Outcome.refused(new LinkNotValid())));
    }

    private Outcome<User> kept(Deed deed, User user, String hash, String type) {
        OptionalInt version = credentials.keepPassword(user.id(), hash);
        if (version.isEmpty()) {
            return Outcome.refused(new LinkNotValid());
        }
        guards.sessions().endAll(deed, user.id(), null);
        return Outcome.done(recorded(deed, user, version.getAsInt(), type));
    }

    private User recorded(Deed deed, User user, int version, String type) {
        Entry entry = new Entry(
                Users.subject(user.id()), version, type, user.status().name(), Status.ACTIVE.name(), Map.of());
        ledger.journal().record(deed, List.of(entry));
        if (user.status() == Status.ACTIVE) {
            links.tell(deed.at(), user, "The password");
        }
        return users.find(user.id()).orElseThrow();
    }

    /** By somebody who knows the old one; his other sessions end. */
    public Outcome<User> change(Deed deed, Holder holder, String old, String password) {
        Name name = new Name(Measure.PAIR, "change\n" + holder.user());
        Optional<Integer> wait = guards.throttle().claim(name);
        if (wait.isPresent()) {
            return Outcome.refused(new SignInRefusal.TooManyAttempts(wait.get()));
        }
        User user = users.find(holder.user()).orElseThrow();
        @Nullable String hash = credentials.find(user.id()).orElseThrow().passwordHash();
        if (!guards.passwords().matches(old, hash)) {
            return Outcome.refused(new UserRefusal.PasswordNotYours());
        }
        guards.throttle().forgive(name);
        Optional<String> complaint = Passwords.complaint(password, user.email());
        if (complaint.isPresent()) {
            return Outcome.refused(new WeakPassword(complaint.get()));
        }
        String next = guards.passwords().hash(password);
        return ledger.transactions().decide(() -> {
            OptionalInt version = credentials.keepPassword(user.id(), next);
            if (version.isEmpty()) {
                return Outcome.refused(new LinkNotValid());
            }
            guards.sessions().endAll(deed, user.id(), holder.session());
            return Outcome.done(recorded(deed, user, version.getAsInt(), "PasswordChanged"));
        });
    }

    /** Sends a link if there is such a user, and is done in any case: nobody learns who is here. */
    public Outcome<UUID> forgotten(Portal portal, EmailAddress email, Visit visit) {
        Optional<Integer> wait = guards.throttle()
                .claim(new Name(Measure.SOURCE, "forgotten\n" + visit.source()))
                .or(() -> guards.throttle().claim(new Name(Measure.NAME, "forgotten\n" + portal + email.text())));
        if (wait.isPresent()) {
            return Outcome.refused(new SignInRefusal.TooManyAttempts(wait.get()));
        }
        ledger.transactions()
                .run(() -> credentials.find(portal, email.text(), null, VENDORS_MAX).stream()
                        .filter(Credentials::mayEnter)
                        .filter(known -> links.recent(known.id(), Purpose.PASSWORD_RESET) < RESETS_PER_HOUR_MAX)
                        .flatMap(known -> users.find(known.id()).stream())
                        .forEach(user -> links.reset(visit.at(), user)));
        return Outcome.done(new UUID(0, 0));
    }
}
