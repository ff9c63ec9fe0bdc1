package io.braid.access;

import io.braid.access.LinkStore.Link;
import io.braid.access.LinkStore.Purpose;
import io.braid.access.UserRefusal.LinkExpired;
import io.braid.access.UserRefusal.LinkNotValid;
import io.braid.kernel.Outcome;
import io.braid.mail.Draft;
import io.braid.mail.Mails;
import io.braid.store.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Links by mail: one at a time per user and purpose, good once and for a while. The token stands behind the {@code #}
 * of the address, which browsers send to nobody, and in the mail alone.
 */
final class Links {
    private static final Duration INVITATION_GOOD = Duration.ofDays(7);
    private static final Duration RESET_GOOD = Duration.ofHours(1);

    private final LinkStore store;
    private final Mails mails;
    private final Supplier<String> publicUrl;

    Links(LinkStore store, Mails mails, Supplier<String> publicUrl) {
        this.store = store;
        this.mails = mails;
        this.publicUrl = publicUrl;
    }

    /** Earlier invitations of this user are void. */
    void invite(Instant at, User user) {
        String address = send(at, user, Purpose.INVITATION, INVITATION_GOOD);
        String text = "You are invited to work with Braid, as " + user.email() + ".\n\n"
                + "Open this link within " + INVITATION_GOOD.toDays() + " days and choose a password:\n\n" + address
                + "\n\nThe link works once. If you did not expect this mail, leave it alone: nothing happens.\n";
        mails.post(at, new Draft(user.email(), "Your invitation to Braid", text));
    }

    void reset(Instant at, User user) {
        String address = send(at, user, Purpose.PASSWORD_RESET, RESET_GOOD);
        String text = "Somebody, probably you, asked for a new password for " + user.email() + " at Braid.\n\n"
                + "Open this link within " + RESET_GOOD.toMinutes() + " minutes to choose one:\n\n" + address
                + "\n\nThe link works once. If it was not you, leave it alone: your password stays as it is.\n";
        mails.post(at, new Draft(user.email(), "A new password for Braid", text));
    }

    /** For somebody whose password or factor changed: if it was not he, he should know. */
    void tell(Instant at, User user, String what) {
        String text = what + " of your account " + user.email() + " at Braid was changed.\n\n"
                + "If it was not you, ask your administrator at once.\n";
        mails.post(at, new Draft(user.email(), "Your account at Braid was changed", text));
    }

    private String send(Instant at, User user, Purpose purpose, Duration good) {
        String token = Secret.make();
        store.revoke(user.id(), purpose);
        store.insert(new Link(Ids.newId(at), user.id(), at, false, false), token, purpose, good);
        String page = purpose == Purpose.INVITATION ? "invitation" : "password";
        return publicUrl.get() + user.portal().path() + "/#/" + page + "/" + token;
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
