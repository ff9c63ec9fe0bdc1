package io.braid.access;

import io.braid.access.User.Status;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.store.Ids;
import io.braid.store.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The first operator, named by {@code BRAID_ADMIN_EMAIL} and {@code BRAID_ADMIN_PASSWORD}, made when the operator has
 * no user at all. Later starts change nothing, so a changed password is not changed back.
 */
final class FirstAdmin {
    private final UserStore users;
    private final Passwords passwords;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    FirstAdmin(UserStore users, Passwords passwords, Journal journal, Transactions transactions, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    void ensure(String email, String password) {
        if (email.isEmpty() || users.anyOperator()) {
            return;
        }
        EmailAddress address = EmailAddress.parse(email);
        Passwords.complaint(password, address.text()).ifPresent(complaint -> {
            throw new IllegalStateException("BRAID_ADMIN_PASSWORD will not do: " + complaint);
        });
        Deed deed = Deed.bySystem("start", clock.instant());
        User admin = new User(
                Ids.newId(deed.at()),
                null,
                address.text(),
                "First administrator",
                List.of(ReadyRoles.ADMIN),
                List.of(),
                Status.ACTIVE,
                false,
                1,
                deed.at());
        String hash = passwords.hash(password);
        transactions.run(() -> {
            if (users.insert(admin, hash)) {
                Map<String, Object> told = Map.of("roles", admin.roles(), "vendor", "");
                String state = Status.ACTIVE.name();
                journal.record(
                        deed, List.of(new Entry(Users.subject(admin.id()), 1, "UserCreated", null, state, told)));
            }
        });
    }
}
