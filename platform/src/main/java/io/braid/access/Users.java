package io.braid.access;

import io.braid.access.LinkStore.Purpose;
import io.braid.access.User.Status;
import io.braid.access.User.Wish;
import io.braid.access.UserRefusal.LastAdministrator;
import io.braid.access.UserRefusal.UnknownUser;
import io.braid.access.UserRefusal.UserIsNot;
import io.braid.access.UserRefusal.UserTaken;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import io.braid.store.Ids;
import io.braid.store.Transactions;
import io.braid.store.VendorScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people: invited, active, suspended, removed. There is always an active administrator of the operator, and no
 * vendor takes the last one from itself. Nobody gives or takes roles that may do more than he may, and a suspended
 * user's sessions are dead with the commit. Names and addresses stay out of the journal; a removed user keeps neither.
 */
public final class Users {
    private final UserStore store;
    private final Grants grants;
    private final Links links;
    private final Sessions sessions;
    private final Ledger ledger;

    Users(UserStore store, Roles roles, Links links, Sessions sessions, Ledger ledger) {
        this.store = store;
        this.grants = new Grants(roles, store);
        this.links = links;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    /** What every command needs besides. */
    record Ledger(Journal journal, Transactions transactions, VendorDirectory vendors) {}

    /** Whose people a list shows. */
    public enum Whose {
        EVERYBODY,
        OF_ONE
    }

    /**
     * Which users are asked for.
     *
     * @param vendor with {@code OF_ONE}: the vendor, null for the operator
     */
    public record Filter(
            Whose whose,
            @Nullable VendorCode vendor,
            @Nullable EmailAddress email) {}

    /** Who changes a user: what he may hand out, and the vendor he belongs to (null for the operator's people). */
    public record Giver(Permissions permissions, @Nullable VendorCode vendor) {
        boolean reaches(User user) {
            return vendor == null || vendor.equals(user.vendor());
        }
    }

    /** By id, after that one. */
    public List<User> listUsers(Filter filter, @Nullable UUID after, int limit) {
        return store.list(filter, after, limit);
    }

    /** Those of a vendor, on its own connection. */
    public List<User> listUsers(VendorScope scope, @Nullable UUID after, int limit) {
        return store.list(scope, after, limit);
    }

    /** Empty also for one of another vendor. */
    public Optional<User> findUser(Giver asking, UUID id) {
        return store.find(id).filter(asking::reaches);
    }

    /** Invites the first person of a new vendor: its administrator. Joins the transaction it is called in. */
    public Outcome<User> inviteVendorAdmin(Deed deed, VendorCode vendor, String email, String name) {
        Wish wish = new Wish(vendor, EmailAddress.parse(email), name, List.of(ReadyRoles.VENDOR_ADMIN), List.of());
        return ledger.transactions().decide(() -> invited(deed, wish));
    }

    /** Makes the user and sends the link with which he chooses a password. */
    public Outcome<User> invite(Deed deed, Giver giver, Wish wish) {
        VendorCode vendor = wish.vendor();
        if (vendor != null && !ledger.vendors().exists(vendor)) {
            return Outcome.refused(new UserRefusal.UserOfUnknownVendor(vendor));
        }
        return ledger.transactions()
                .decide(() ->
                        grants.grantable(giver, wish.portal(), wish.roles()).then(granted -> invited(deed, wish)));
    }

    private Outcome<User> invited(Deed deed, Wish wish) {
        List<String> sorted = wish.roles().stream().distinct().sorted().toList();
        User user = new User(
                Ids.newId(deed.at()),
                wish.vendor(),
                wish.email().text(),
                wish.name(),
                sorted,
                wish.locations().stream().distinct().sorted().toList(),
                Status.INVITED,
                false,
                1,
                deed.at());
        if (!store.insert(user, null)) {
            return Outcome.refused(new UserTaken());
        }
        record(deed, user, "UserInvited", null);
        links.invite(deed.at(), user);
        return Outcome.done(user);
    }

    /** A new link; the old one is void. */
    public Outcome<User> inviteAgain(Deed deed, Giver giver, UUID id) {
        return ledger.transactions()
                .decide(() -> reached(giver, id, OptionalInt.empty()).then(user -> {
                    if (user.status() != Status.INVITED) {
                        return Outcome.refused(new UserIsNot("INVITED", user.status()));
                    }
                    User next = moved(deed, user, Status.INVITED, "InvitationSent");
                    links.invite(deed.at(), next);
                    return Outcome.done(next);
                }));
    }

    /** The link is void; the user stays, to be invited again or removed. */
    public Outcome<User> takeBackInvitation(Deed deed, Giver giver, UUID id) {
        return ledger.transactions()
                .decide(() -> reached(giver, id, OptionalInt.empty()).then(user -> {
                    if (user.status() != Status.INVITED) {
                        return Outcome.refused(new UserIsNot("INVITED", user.status()));
                    }
                    return Outcome.done(
                            links.revoke(id, Purpose.INVITATION)
                                    ? moved(deed, user, Status.INVITED, "InvitationTakenBack")
                                    : user);
                }));
    }

    public Outcome<User> change(Deed deed, Giver giver, UUID id, Change change) {
        return ledger.transactions()
                .decide(() -> reached(giver, id, change.expected())
                        .then(user -> grants.grantable(giver, user.portal(), change.roles())
                                .then(granted -> {
                                    List<String> sorted = change.roles().stream()
                                            .distinct()
                                            .sorted()
                                            .toList();
                                    if (grants.loseLastAdministrator(giver, user, sorted)) {
                                        return Outcome.refused(new LastAdministrator());
                                    }
                                    User next = user.with(change.name(), sorted, user.status())
                                            .at(change.locations());
                                    return Outcome.done(kept(deed, user, next, "UserChanged"));
                                })));
    }

    /** What a user shall be called and be, and where he works. */
    public record Change(String name, List<String> roles, List<LocationCode> locations, OptionalInt expected) {}

    /** From this commit on none of his sessions opens. */
    public Outcome<User> suspend(Deed deed, Giver giver, UUID id, OptionalInt expected) {
        return ended(deed, giver, id, expected, Status.SUSPENDED);
    }

    /** Nobody's name and address are kept any longer than he is here. */
    public Outcome<User> remove(Deed deed, Giver giver, UUID id) {
        return ended(deed, giver, id, OptionalInt.empty(), Status.REMOVED);
    }

    private Outcome<User> ended(Deed deed, Giver giver, UUID id, OptionalInt expected, Status to) {
        return ledger.transactions()
                .decide(() -> reached(giver, id, expected).then(user -> {
                    if (user.status() == to) {
                        return Outcome.done(user);
                    }
                    if (grants.loseLastAdministrator(giver, user, List.of())) {
                        return Outcome.refused(new LastAdministrator());
                    }
                    links.revoke(id, Purpose.INVITATION);
                    links.revoke(id, Purpose.PASSWORD_RESET);
                    sessions.endAll(deed, id, null);
                    return Outcome.done(moved(deed, user, to, to == Status.REMOVED ? "UserRemoved" : "UserSuspended"));
                }));
    }

    /** Lets in again whoever was suspended; one who has nothing to prove himself with is invited again instead. */
    public Outcome<User> reactivate(Deed deed, Giver giver, UUID id, OptionalInt expected) {
        return ledger.transactions()
                .decide(() -> reached(giver, id, expected).then(user -> {
                    if (user.status() != Status.SUSPENDED) {
                        return Outcome.refused(new UserIsNot("SUSPENDED", user.status()));
                    }
                    if (store.hasProof(id)) {
                        return Outcome.done(moved(deed, user, Status.ACTIVE, "UserReactivated"));
                    }
                    User next = moved(deed, user, Status.INVITED, "UserReactivated");
                    links.invite(deed.at(), next);
                    return Outcome.done(next);
                }));
    }

    /** Signs him out everywhere; whoever may more than the one who asks is left alone. */
    public Outcome<User> signOut(Deed deed, Giver giver, UUID id) {
        return ledger.transactions()
                .decide(() -> reached(giver, id, OptionalInt.empty()).map(user -> {
                    sessions.endAll(deed, id, null);
                    return user;
                }));
    }

    private Outcome<User> reached(Giver giver, UUID id, OptionalInt expected) {
        Optional<User> found = store.lock(id).filter(giver::reaches);
        if (found.isEmpty()) {
            return Outcome.refused(new UnknownUser());
        }
        User user = found.get();
        if (expected.orElse(user.version()) != user.version()) {
            return Outcome.refused(new UserRefusal.VersionConflict(expected.getAsInt(), user.version()));
        }
        return grants.reaching(giver, user);
    }

    private User moved(Deed deed, User user, Status to, String type) {
        return kept(deed, user, user.with(user.name(), user.roles(), to), type);
    }

    private User kept(Deed deed, User user, User next, String type) {
        User stored = next.status() == Status.REMOVED ? next.nameless() : next;
        if (!store.change(stored)) {
            throw new IllegalStateException("user " + user.id() + " changed while its row was locked");
        }
        record(deed, stored, type, user.status());
        return stored;
    }

    private void record(Deed deed, User user, String type, @Nullable Status from) {
        Map<String, Object> told = Map.of(
                "roles",
                user.roles(),
                "locations",
                user.locations().stream().map(LocationCode::text).toList(),
                "vendor",
                user.vendor() == null ? "" : user.vendor().text());
        String before = from == null ? null : from.name();
        Entry entry = new Entry(
                subject(user.id()), user.version(), type, before, user.status().name(), told);
        ledger.journal().record(deed, List.of(entry));
    }

    static Subject subject(UUID user) {
        return Subject.of("user", user.toString());
    }
}
