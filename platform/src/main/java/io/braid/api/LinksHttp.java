package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.access.EmailAddress;
import io.braid.access.PasswordChanges;
import io.braid.access.Portal;
import io.braid.access.Session.Visit;
import io.braid.access.User;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the links in mails lead to: an invitation to accept, a password to choose anew. */
@RestController
@RequestMapping({"/api/v1", "/api/v1/vendor"})
final class LinksHttp {
    private static final int TOKEN_LENGTH_MAX = 100;

    private final PasswordChanges passwords;

    LinksHttp(PasswordChanges passwords) {
        this.passwords = passwords;
    }

    record Token(@Nullable String token) {}

    record TokenAndPassword(
            @Nullable String token, @Nullable String password) {}

    record Forgotten(@Nullable String email) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitedView(String email, String name, @Nullable String vendor) {
        static InvitedView of(User user) {
            return new InvitedView(
                    user.email(),
                    user.name(),
                    user.vendor() == null ? null : user.vendor().text());
        }
    }

    record Asked(String detail) {}

    /** Whom the invitation is for; it stays good. */
    @PostMapping("/invitations/opening")
    @Open
    InvitedView open(@RequestBody Token body, Portal portal) {
        Faults faults = new Faults();
        String token = faults.text("/token", body.token(), TOKEN_LENGTH_MAX);
        faults.refuseIfAny();
        return InvitedView.of(Answers.of(passwords.openInvitation(portal, Faults.known(token))));
    }

    @PostMapping("/invitations/acceptance")
    @Open
    InvitedView accept(@RequestBody TokenAndPassword body, Portal portal, Visit visit) {
        TokenAndPassword read = read(body);
        return InvitedView.of(Answers.of(
                passwords.acceptInvitation(portal, Faults.known(read.token()), Faults.known(read.password()), visit)));
    }

    /** The same answer for everybody: who is here is nobody's business. */
    @PostMapping("/password-resets")
    @Open
    ResponseEntity<Asked> forgotten(@RequestBody Forgotten body, Portal portal, Visit visit) {
        Faults faults = new Faults();
        EmailAddress email = faults.read("/email", body.email(), EmailAddress::parse);
        faults.refuseIfAny();
        Answers.of(passwords.forgotten(portal, Faults.known(email), visit));
        return ResponseEntity.accepted()
                .body(new Asked("if somebody with this address may sign in here, a link is on its way"));
    }

    @PostMapping("/password-resets/completion")
    @Open
    InvitedView reset(@RequestBody TokenAndPassword body, Portal portal, Visit visit) {
        TokenAndPassword read = read(body);
        return InvitedView.of(
                Answers.of(passwords.reset(portal, Faults.known(read.token()), Faults.known(read.password()), visit)));
    }

    private static TokenAndPassword read(TokenAndPassword body) {
        Faults faults = new Faults();
        String token = faults.text("/token", body.token(), TOKEN_LENGTH_MAX);
        String password = faults.text("/password", body.password(), MeHttp.PASSWORD_LENGTH_MAX);
        faults.refuseIfAny();
        return new TokenAndPassword(token, password);
    }
}
