package io.braid.api;

import io.braid.access.Passkey;
import io.braid.access.Passkey.Begun;
import io.braid.access.Passkeys;
import io.braid.journal.Deed;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own passkeys, at either portal. */
@RestController
@RequestMapping({"/api/v1/me/passkeys", "/api/v1/vendor/me/passkeys"})
final class PasskeysHttp {
    private static final int LABEL_LENGTH_MAX = 100;
    private static final int TOKEN_LENGTH_MAX = 100;

    private final Passkeys passkeys;

    PasskeysHttp(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /** What the browser made, as it tells it, with the token it was begun with. */
    record NewPasskey(
            @Nullable String label,
            @Nullable String token,
            @Nullable Map<String, Object> credential) {}

    @GetMapping
    @Needs(value = "account:read", audience = Needs.Audience.BOTH)
    Page<Passkey> list(Caller caller) {
        return new Page<>(passkeys.listPasskeys(caller.person().user()), null);
    }

    @PostMapping("/options")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH, fresh = true)
    Begun begin(Caller caller) {
        return passkeys.beginAdding(caller.person().user());
    }

    @PostMapping
    @Needs(value = "account:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<Void> add(@RequestBody NewPasskey body, Caller caller, Deed deed) {
        Faults faults = new Faults();
        String label = faults.text("/label", body.label(), LABEL_LENGTH_MAX);
        String token = faults.text("/token", body.token(), TOKEN_LENGTH_MAX);
        Map<String, Object> credential = faults.required("/credential", body.credential());
        faults.refuseIfAny();
        Passkeys.Made made = new Passkeys.Made(Faults.known(label), Faults.known(credential));
        Answers.of(passkeys.add(deed, caller.person(), Faults.known(token), made));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<Void> remove(@PathVariable String id, Caller caller, Deed deed) {
        Answers.of(passkeys.remove(deed, caller.person(), Paths.id(id)));
        return ResponseEntity.noContent().build();
    }
}
