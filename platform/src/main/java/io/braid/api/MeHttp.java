package io.braid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.braid.access.Holder;
import io.braid.access.PasswordChanges;
import io.braid.access.Posting;
import io.braid.access.SecondFactors;
import io.braid.access.SecondFactors.BegunTotp;
import io.braid.access.User;
import io.braid.access.Users;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who one is, what one may, and how one proves it, at either portal. */
@RestController
@RequestMapping({"/api/v1/me", "/api/v1/vendor/me"})
final class MeHttp {
    static final int PASSWORD_LENGTH_MAX = 1_000;
    private static final int CODE_LENGTH_MAX = 40;

    private final Users users;
    private final PasswordChanges passwords;
    private final SecondFactors factors;

    MeHttp(Users users, PasswordChanges passwords, SecondFactors factors) {
        this.users = users;
        this.passwords = passwords;
        this.factors = factors;
    }

    /** A key has a name and permissions alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeView(
            String type,
            String id,
            String name,
            @Nullable String email,
            @Nullable String vendor,
            @Nullable List<String> roles,
            List<String> permissions,
            @Nullable AtLocations atLocations,
            @Nullable String factors,
            @Nullable Boolean secondFactor,
            @Nullable Integer recoveryCodesLeft) {}

    /** What one may at these locations alone, beside what one may everywhere. */
    record AtLocations(List<String> permissions, List<String> locations) {
        static @Nullable AtLocations of(Posting posting) {
            return posting.permissions().texts().isEmpty()
                    ? null
                    : new AtLocations(
                            posting.permissions().texts().stream().sorted().toList(),
                            posting.locations().stream()
                                    .map(LocationCode::text)
                                    .sorted()
                                    .toList());
        }
    }

    record NewPassword(
            @Nullable String currentPassword, @Nullable String password) {}

    record Code(@Nullable String code) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    @GetMapping
    @Needs(value = "account:read", audience = Needs.Audience.BOTH)
    MeView me(Caller caller) {
        List<String> may = caller.permissions().texts().stream().sorted().toList();
        String vendor = caller.isVendor() ? caller.vendorScope().vendor().text() : null;
        Holder holder = caller.holder();
        if (holder == null) {
            return new MeView(
                    "API_KEY", caller.actor().id(), caller.name(), null, vendor, null, may, null, null, null, null);
        }
        User user = users.findUser(caller.giver(), holder.user()).orElseThrow(Declined::notFound);
        return new MeView(
                "USER",
                user.id().toString(),
                user.name(),
                user.email(),
                vendor,
                user.roles(),
                may,
                AtLocations.of(holder.posting()),
                holder.factors(),
                user.secondFactor(),
                user.secondFactor() ? factors.codesLeft(user.id()) : null);
    }

    @PutMapping("/password")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH)
    ResponseEntity<Void> changePassword(@RequestBody NewPassword body, Caller caller, Deed deed) {
        Faults faults = new Faults();
        String current = faults.text("/currentPassword", body.currentPassword(), PASSWORD_LENGTH_MAX);
        String password = faults.text("/password", body.password(), PASSWORD_LENGTH_MAX);
        faults.refuseIfAny();
        Answers.of(passwords.change(deed, caller.person(), Faults.known(current), Faults.known(password)));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/totp")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH, fresh = true)
    @TellsSecret
    BegunTotp beginTotp(Caller caller) {
        User user = users.findUser(caller.giver(), caller.person().user()).orElseThrow(Declined::notFound);
        return Answers.of(factors.beginTotp(user.id(), user.email()));
    }

    /** The first code turns it on; the recovery codes are told this once. */
    @PostMapping("/totp/confirmation")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH, fresh = true)
    @TellsSecret
    RecoveryCodes confirmTotp(@RequestBody Code body, Caller caller, Deed deed) {
        Faults faults = new Faults();
        String code = faults.text("/code", body.code(), CODE_LENGTH_MAX);
        faults.refuseIfAny();
        Holder me = caller.person();
        return new RecoveryCodes(Answers.of(factors.confirmTotp(deed, me.user(), me.session(), Faults.known(code))));
    }

    @DeleteMapping("/totp")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH, fresh = true)
    ResponseEntity<Void> removeTotp(Caller caller, Deed deed) {
        Holder me = caller.person();
        Answers.of(factors.removeTotp(deed, me.user(), me.session()));
        return ResponseEntity.noContent().build();
    }

    /** New ones; the old ones are void. */
    @PostMapping("/recovery-codes")
    @Needs(value = "account:write", audience = Needs.Audience.BOTH, fresh = true)
    @TellsSecret
    RecoveryCodes renewCodes(Caller caller, Deed deed) {
        return new RecoveryCodes(
                Answers.of(factors.renewCodes(deed, caller.person().user())));
    }
}
