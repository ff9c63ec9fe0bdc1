package io.braid.api;

import io.braid.access.Sessions;
import io.braid.access.User;
import io.braid.access.Users;
import io.braid.api.SessionsHttp.SessionView;
import io.braid.api.UserBodies.ChangedUser;
import io.braid.api.UserBodies.Expected;
import io.braid.api.UserBodies.NewColleague;
import io.braid.api.UserBodies.UserView;
import io.braid.journal.Deed;
import io.braid.kernel.Outcome;
import java.util.List;
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
import org.springframework.web.bind.annotation.RestController;

/** A vendor's own people; those of others are not there for it. */
@RestController
@RequestMapping("/api/v1/vendor/users")
final class VendorUsersHttp {
    private final Users users;
    private final Sessions sessions;

    VendorUsersHttp(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @GetMapping
    @Needs(value = "users:read", audience = Needs.Audience.VENDOR)
    Page<UserView> list(Paging paging, Caller caller) {
        UUID after = paging.afterId();
        List<User> rows = users.listUsers(caller.vendorScope(), after, paging.fetch());
        return paging.page(rows, UserView::of, user -> List.of(user.id().toString()));
    }

    @PostMapping
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<UserView> invite(@RequestBody NewColleague body, Caller caller, Deed deed) {
        User.Wish wish = UserBodies.wish(body.of(caller.vendorScope().vendor()));
        User user = Answers.of(users.invite(deed, caller.giver(), wish));
        return Answers.created("/api/v1/vendor/users/" + user.id(), UserView.of(user), user.version());
    }

    @GetMapping("/{id}")
    @Needs(value = "users:read", audience = Needs.Audience.VENDOR)
    ResponseEntity<UserView> user(@PathVariable String id, Caller caller) {
        return versioned(users.findUser(caller.giver(), Paths.id(id)).orElseThrow(Declined::notFound));
    }

    @PutMapping("/{id}")
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<UserView> change(
            @PathVariable String id, @RequestBody ChangedUser body, IfMatch ifMatch, Caller caller, Deed deed) {
        return versioned(users.change(deed, caller.giver(), Paths.id(id), UserBodies.change(body, ifMatch)));
    }

    @DeleteMapping("/{id}")
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<Void> remove(@PathVariable String id, Caller caller, Deed deed) {
        Answers.of(users.remove(deed, caller.giver(), Paths.id(id)));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/suspension")
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<UserView> suspend(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Expected body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        return versioned(users.suspend(deed, caller.giver(), Paths.id(id), ifMatch.or(Expected.of(body))));
    }

    @PostMapping("/{id}/reactivation")
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
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
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<UserView> inviteAgain(@PathVariable String id, Caller caller, Deed deed) {
        return versioned(users.inviteAgain(deed, caller.giver(), Paths.id(id)));
    }

    @DeleteMapping("/{id}/invitation")
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
    ResponseEntity<UserView> takeBackInvitation(@PathVariable String id, Caller caller, Deed deed) {
        return versioned(users.takeBackInvitation(deed, caller.giver(), Paths.id(id)));
    }

    @GetMapping("/{id}/sessions")
    @Needs(value = "users:read", audience = Needs.Audience.VENDOR)
    Page<SessionView> sessions(@PathVariable String id, Caller caller) {
        User user = users.findUser(caller.giver(), Paths.id(id)).orElseThrow(Declined::notFound);
        return SessionView.page(sessions.listSessions(user.id()), UsersHttp.NO_SESSION);
    }

    /** Signs the colleague out everywhere. */
    @DeleteMapping("/{id}/sessions")
    @Needs(value = "users:write", audience = Needs.Audience.VENDOR, fresh = true)
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
