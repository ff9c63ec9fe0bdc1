package io.braid.access;

import io.braid.access.LinkStore.Link;
import io.braid.access.LinkStore.Purpose;
import io.braid.access.UserRefusal.LinkExpired;
import io.braid.access.UserRefusal.LinkNotValid;
import io.braid.kernel.Outcome;
import io.braid.mail.Mails;
import io.braid.store.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Links by mail: one at a time per user and purpose, good once and for a while. The token stands behind the {@code #}
 * of the address, which browsers send to nobody, and in the mail alone.
 */
final class Links {
    private static final Duration INVITATION_GOOD = Duration.ofDays(7);
    private static final Duration RESET_GOOD = Duration.ofHours(1);

    private final LinkStore store;
    private final Mails mails;
    private final Letters letters;

    Links(LinkStore store, Mails mails, Letters letters) {
        this.store = store;
        this.mails = mails;
        this.letters = letters;
    }

    /** Earlier invitations of this user are void. */
    void invite(Instant at, User user) {
        String token = made(at, user, Purpose.INVITATION, INVITATION_GOOD);
        mails.post(at, letters.invitation(user, token, INVITATION_GOOD.toDays()));
    }

    void reset(Instant at, User user) {
        String token = made(at, user, Purpose.PASSWORD_RESET, RESET_GOOD);
        mails.post(at, letters.reset(user, token, RESET_GOOD.toMinutes()));
    }

    /** For somebody whose password or factor changed: if it was not he, he should know. */
    void tell(Instant at, User user, String what) {
        mails.post(at, letters.changed(user, what));
    }

    private String made(Instant at, User user, Purpose purpose, Duration good) {
        String token = Secret.make();
        store.revoke(user.id(), purpose);
        store.insert(new Link(Ids.newId(at), user.id(), at, false, false), token, purpose, good);
        return token;
    }

    /** The link, if it works now. */
    Outcome<Link> open(String token, Purpose purpose) {
        Link link = store.find(token, purpose).orElse(null);
        if (link == null || link.spent()) {
            return Outcome.refused(new LinkNotValid());
        }
        return link.expired() ? Outcome.refused(new LinkExpired()) : Outcome.done(link);
    }

    /** Uses it up: of two at once, one is refused. */
    Outcome<UUID> use(Link link) {
        return store.use(link.id()) ? Outcome.done(link.user()) : Outcome.refused(new LinkNotValid());
    }

    boolean revoke(UUID user, Purpose purpose) {
        return store.revoke(user, purpose);
    }

    int recent(UUID user, Purpose purpose) {
        return store.recent(user, purpose);
    }
}
