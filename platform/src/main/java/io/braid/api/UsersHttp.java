package io.braid.api;

import io.braid.access.EmailAddress;
import io.braid.access.Sessions;
import io.braid.access.User;
import io.braid.access.Users;
import io.braid.access.Users.Filter;
import io.braid.access.Users.Whose;
import io.braid.api.SessionsHttp.SessionView;
import io.braid.api.UserBodies.ChangedUser;
import io.braid.api.UserBodies.Expected;
import io.braid.api.UserBodies.NewUser;
import io.braid.api.UserBodies.UserView;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import io.braid.location.Locations;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operator's people and, where it must help out, those of vendors. */
@RestController
@RequestMapping("/api/v1/users")
final class UsersHttp {
    static final UUID NO_SESSION = new UUID(0, 0);

    private final Users users;
    private final Sessions sessions;
    private final Locations locations;

    UsersHttp(Users users, Sessions sessions, Locations locations) {
        this.users = users;
        this.sessions = sessions;
        this.locations = locations;
    }

    /** Everybody's; with vendor, that vendor's people. */
    @GetMapping
    @Needs("users:read")
    Page<UserView> list(
            Paging paging,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String email) {
        Faults faults = new Faults();
        VendorCode code = faults.optional("/vendor", vendor, VendorCode::new);
        EmailAddress address = faults.optional("/email", email, EmailAddress::parse);
        faults.refuseIfAny();
        UUID after = paging.afterId();
        Filter filter = new Filter(code == null ? Whose.EVERYBODY : Whose.OF_ONE, code, address);
        List<User> rows = users.listUsers(filter, after, paging.fetch());
        return paging.page(rows, UserView::of, user -> List.of(user.id().toString()));
    }

    @PostMapping
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<UserView> invite(@RequestBody NewUser body, Caller caller, Deed deed) {
        User.Wish wish = UserBodies.wish(body);
        checkKnown(wish.locations());
        User user = Answers.of(users.invite(deed, caller.giver(), wish));
        return Answers.created("/api/v1/users/" + user.id(), UserView.of(user), user.version());
    }

    @GetMapping("/{id}")
    @Needs("users:read")
    ResponseEntity<UserView> user(@PathVariable String id, Caller caller) {
        return versioned(users.findUser(caller.giver(), Paths.id(id)).orElseThrow(Declined::notFound));
    }

    @PutMapping("/{id}")
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<UserView> change(
            @PathVariable String id, @RequestBody ChangedUser body, IfMatch ifMatch, Caller caller, Deed deed) {
        Users.Change change = UserBodies.change(body, ifMatch);
        checkKnown(change.locations());
        return versioned(users.change(deed, caller.giver(), Paths.id(id), change));
    }

    private void checkKnown(List<LocationCode> codes) {
        Set<LocationCode> known = locations.findAll(codes).keySet();
        Faults faults = new Faults();
        for (int i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                faults.add("/locations/" + i, "there is no location " + codes.get(i));
            }
        }
        faults.refuseIfAny();
    }

    @DeleteMapping("/{id}")
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<Void> remove(@PathVariable String id, Caller caller, Deed deed) {
        Answers.of(users.remove(deed, caller.giver(), Paths.id(id)));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/suspension")
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<UserView> suspend(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Expected body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        return versioned(users.suspend(deed, caller.giver(), Paths.id(id), ifMatch.or(Expected.of(body))));
    }

    @PostMapping("/{id}/reactivation")
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<UserView> reactivate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Expected body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        return versioned(users.reactivate(deed, caller.giver(), Paths.id(id), ifMatch.or(Expected.of(body))));
    }

    /** A new link by mail; the old one is void. */
    @PostMapping("/{id}/invitation")
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<UserView> inviteAgain(@PathVariable String id, Caller caller, Deed deed) {
        return versioned(users.inviteAgain(deed, caller.giver(), Paths.id(id)));
    }

    @DeleteMapping("/{id}/invitation")
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<UserView> takeBackInvitation(@PathVariable String id, Caller caller, Deed deed) {
        return versioned(users.takeBackInvitation(deed, caller.giver(), Paths.id(id)));
    }

    @GetMapping("/{id}/sessions")
    @Needs("users:read")
    Page<SessionView> sessions(@PathVariable String id, Caller caller) {
        User user = users.findUser(caller.giver(), Paths.id(id)).orElseThrow(Declined::notFound);
        return SessionView.page(sessions.listSessions(user.id()), NO_SESSION);
    }

    /** Signs the user out everywhere. */
    @DeleteMapping("/{id}/sessions")
    @Needs(value = "users:write", fresh = true)
    ResponseEntity<Void> endSessions(@PathVariable String id, Caller caller, Deed deed) {
        Answers.of(users.signOut(deed, caller.giver(), Paths.id(id)));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<UserView> versioned(Outcome<User> outcome) {
        return versioned(Answers.of(outcome));
    }

    private static ResponseEntity<UserView> versioned(User user) {
        return Answers.versioned(UserView.of(user), user.version());
    }
}
