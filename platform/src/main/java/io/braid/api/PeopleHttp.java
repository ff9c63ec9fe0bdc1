package io.braid.api;

import io.braid.access.Sessions;
import io.braid.access.User;
import io.braid.access.Users;
import io.braid.api.SessionsHttp.SessionView;
import io.braid.api.UserBodies.ExpectedVersion;
import io.braid.api.UserBodies.UserView;
import io.braid.journal.Deed;
import io.braid.kernel.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is done to one person, by the operator or by the person's own vendor: whom the caller may see is asked of
 * {@link Users}, and everybody else is not there.
 */
@RestController
@RequestMapping({"/api/v1/users/{id}", "/api/v1/vendor/users/{id}"})
final class PeopleHttp {
    private static final UUID NO_SESSION = new UUID(0, 0);

    private final Users users;
    private final Sessions sessions;

    PeopleHttp(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @GetMapping
    @Needs(value = "users:read", audience = Needs.Audience.BOTH)
    ResponseEntity<UserView> read(@PathVariable String id, Caller caller) {
        return versioned(users.findUser(caller.giver(), Paths.id(id)).orElseThrow(Declined::notFound));
    }

    @DeleteMapping
    @Needs(value = "users:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<Void> remove(@PathVariable String id, Caller caller, Deed deed) {
        Answers.of(users.remove(deed, caller.giver(), Paths.id(id)));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/suspension")
    @Needs(value = "users:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<UserView> suspend(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ExpectedVersion body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        return versioned(users.suspend(deed, caller.giver(), Paths.id(id), ifMatch.or(ExpectedVersion.of(body))));
    }

    @PostMapping("/reactivation")
    @Needs(value = "users:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<UserView> reactivate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ExpectedVersion body,
            IfMatch ifMatch,
            Caller caller,
            Deed deed) {
        return versioned(users.reactivate(deed, caller.giver(), Paths.id(id), ifMatch.or(ExpectedVersion.of(body))));
    }

    /** A new link by mail; the old one is void. */
    @PostMapping("/invitation")
    @Needs(value = "users:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<UserView> inviteAgain(@PathVariable String id, Caller caller, Deed deed) {
        return versioned(users.inviteAgain(deed, caller.giver(), Paths.id(id)));
    }

    @DeleteMapping("/invitation")
    @Needs(value = "users:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<UserView> takeBackInvitation(@PathVariable String id, Caller caller, Deed deed) {
        return versioned(users.takeBackInvitation(deed, caller.giver(), Paths.id(id)));
    }

    @GetMapping("/sessions")
    @Needs(value = "users:read", audience = Needs.Audience.BOTH)
    Page<SessionView> sessions(@PathVariable String id, Caller caller) {
        User user = users.findUser(caller.giver(), Paths.id(id)).orElseThrow(Declined::notFound);
        return SessionView.page(sessions.listSessions(user.id()), NO_SESSION);
    }

    /** Signs the user out everywhere. */
    @DeleteMapping("/sessions")
    @Needs(value = "users:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<Void> endSessions(@PathVariable String id, Caller caller, Deed deed) {
        Answers.of(users.signOut(deed, caller.giver(), Paths.id(id)));
        return ResponseEntity.noContent().build();
    }

    static ResponseEntity<UserView> versioned(Outcome<User> outcome) {
        return versioned(Answers.of(outcome));
    }

    private static ResponseEntity<UserView> versioned(User user) {
        return Answers.versioned(UserView.of(user), user.version());
    }
}
