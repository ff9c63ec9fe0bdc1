package io.braid.api;

import io.braid.access.EmailAddress;
import io.braid.access.Passkey.Begun;
import io.braid.access.Passkeys;
import io.braid.access.Portal;
import io.braid.access.Session;
import io.braid.access.Session.Opened;
import io.braid.access.Session.Visit;
import io.braid.access.Sessions;
import io.braid.access.SignIn;
import io.braid.access.SignIn.Attempt;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, at either portal; the session itself is in a cookie that scripts do not see. */
@RestController
@RequestMapping({"/api/v1/sessions", "/api/v1/vendor/sessions"})
final class SessionsHttp {
    private static final int PASSWORD_LENGTH_MAX = 1_000;
    private static final int CODE_LENGTH_MAX = 40;

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Cookies cookies;

    SessionsHttp(SignIn signIn, Passkeys passkeys, Sessions sessions, Cookies cookies) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    record Credentials(
            @Nullable String email,
            @Nullable String password,
            @Nullable String vendor,
            @Nullable String code,
            @Nullable String recoveryCode) {}

    /** What the browser's passkey answered, as the browser tells it, and the token it came with. */
    record PasskeyProof(@Nullable String token, @Nullable Map<String, Object> credential) {}

    record OpenedView(UUID id, UUID user) {}

    record SessionView(
            UUID id,
            String factors,
            String source,
            String userAgent,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt,
            boolean current) {
        static Page<SessionView> page(List<Session> sessions, UUID current) {
            return new Page<>(
                    sessions.stream().map(session -> of(session, current)).toList(), null);
        }

        static SessionView of(Session session, UUID current) {
            return new SessionView(
                    session.id(),
                    session.factors(),
                    session.source(),
                    session.userAgent(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.expiresAt(),
                    session.id().equals(current));
        }
    }

    @PostMapping
    @Open
    ResponseEntity<OpenedView> signIn(@RequestBody Credentials body, Portal portal, Visit visit) {
        Faults faults = new Faults();
        String email = faults.text("/email", body.email(), PASSWORD_LENGTH_MAX);
        String password = faults.text("/password", body.password(), PASSWORD_LENGTH_MAX);
        VendorCode vendor = faults.optional("/vendor", body.vendor(), VendorCode::new);
        String code = faults.optionalText("/code", body.code(), CODE_LENGTH_MAX);
        String recoveryCode = faults.optionalText("/recoveryCode", body.recoveryCode(), CODE_LENGTH_MAX);
        faults.refuseIfAny();
        Attempt attempt =
                new Attempt(portal, address(Faults.known(email)), Faults.known(password), vendor, code, recoveryCode);
        return told(portal, Answers.of(signIn.byPassword(attempt, visit)));
    }

    /** What is no address is nobody's; it is answered like any other that is unknown. */
    private static String address(String text) {
        try {
            return EmailAddress.parse(text).text();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private ResponseEntity<OpenedView> told(Portal portal, Opened opened) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookies.opened(portal, opened.token()))
                .body(new OpenedView(opened.id(), opened.user()));
    }

    /** What a browser needs to use a passkey. */
    @PostMapping("/passkey-options")
    @Open
    Begun beginPasskey() {
        return passkeys.beginUsing();
    }

    @PostMapping("/passkey")
    @Open
    ResponseEntity<OpenedView> signInByPasskey(@RequestBody PasskeyProof body, Portal portal, Visit visit) {
        Faults faults = new Faults();
        String token = faults.text("/token", body.token(), PASSWORD_LENGTH_MAX);
        Map<String, Object> credential = faults.required("/credential", body.credential());
        faults.refuseIfAny();
        Answers.of(signIn.direct(portal));
        return told(portal, Answers.of(passkeys.use(portal, Faults.known(token), Faults.known(credential), visit)));
    }

    @GetMapping
    @Needs(value = "account:read", audience = Needs.Audience.BOTH)
    Page<SessionView> list(Caller caller) {
        List<Session> all = sessions.listSessions(caller.person().user());
        return SessionView.page(all, caller.person().session());
    }

    @DeleteMapping("/current")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH)
    ResponseEntity<Void> signOut(Caller caller, Portal portal, Deed deed) {
        Answers.of(sessions.end(deed, caller.person().user(), caller.person().session()));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookies.ended(portal))
                .build();
    }

    @DeleteMapping("/{id}")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH)
    ResponseEntity<Void> end(@PathVariable String id, Caller caller, Deed deed) {
        Answers.of(sessions.end(deed, caller.person().user(), Paths.id(id)));
        return ResponseEntity.noContent().build();
    }
}
