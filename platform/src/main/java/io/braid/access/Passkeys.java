package io.braid.access;

import com.webauthn4j.util.exception.WebAuthnException;
import io.braid.access.FactorRefusal.PasskeyNotAccepted;
import io.braid.access.FactorRefusal.UnknownPasskey;
import io.braid.access.Passkey.Begun;
import io.braid.access.Session.Opened;
import io.braid.access.Session.Visit;
import io.braid.access.Throttle.Measure;
import io.braid.access.Throttle.Name;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.kernel.Outcome;
import io.braid.store.Json;
import io.braid.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn): kept in a device that asks its owner first, good for our origin alone, and so the whole proof
 * by themselves. A challenge is good once and for minutes; a counter that goes back refuses.
 */
public final class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final String ADDING = "PASSKEY_ADDING";
    private static final String USING = "PASSKEY_USING";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> USED =
            new TypeReference<>() {};

    private final Stores stores;
    private final Sessions sessions;
    private final Throttle throttle;
    private final PublicAddress address;
    private final Ledger ledger;

    Passkeys(Stores stores, Sessions sessions, Throttle throttle, PublicAddress address, Ledger ledger) {
        this.stores = stores;
        this.sessions = sessions;
        this.throttle = throttle;
        this.address = address;
        this.ledger = ledger;
    }

    /** Where passkeys, their users and what was begun are kept. */
    record Stores(PasskeyStore passkeys, UserStore users, CredentialStore credentials, AttemptStore attempts) {}

    /** Where it is written down. */
    record Ledger(Journal journal, Transactions transactions) {}

    public List<Passkey> listPasskeys(UUID user) {
        return stores.passkeys().list(user);
    }

    /** What the browser needs to make one. */
    public Begun beginAdding(UUID user) {
        PublicKeyCredentialCreationOptions options = creation(user, Bytes.random());
        String token =
                stores.attempts().begin(ADDING, user, options.getChallenge().getBytes());
        return new Begun(token, Json.readMap(MAPPER.writeValueAsString(options)));
    }

    private PublicKeyCredentialCreationOptions creation(UUID user, Bytes challenge) {
        Webauthn4JRelyingPartyOperations library = library();
        library.setCustomizeCreationOptions(options -> options.challenge(challenge)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        return library.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                UsernamePasswordAuthenticationToken.authenticated(user.toString(), "", List.of())));
    }

    /** What the browser made; the other sessions end. */
    public Outcome<UUID> add(Deed deed, Holder holder, String token, Made made) {
        Optional<AttemptStore.Begun> begun = stores.attempts().end(ADDING, token);
        if (begun.filter(one -> holder.user().equals(one.user())).isEmpty()) {
            return Outcome.refused(new PasskeyNotAccepted());
        }
        Bytes challenge = new Bytes(begun.get().content());
        return ledger.transactions().decide(() -> {
            try {
                library()
                        .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                                creation(holder.user(), challenge),
                                new RelyingPartyPublicKey(MAPPER.convertValue(made.credential(), MADE), made.label())));
            } catch (WebAuthnException | JacksonException | IllegalArgumentException | IllegalStateException e) {
                LOG.info("a passkey of user {} was refused: {}", holder.user(), e.getMessage());
                return Outcome.refused(new PasskeyNotAccepted());
            }
            sessions.endAll(deed, holder.user(), holder.session());
            return Outcome.done(recorded(deed, holder.user(), "PasskeyAdded"));
        });
    }

    /** What a browser made, as it told it, and what its owner calls it. */
    public record Made(String label, Map<String, Object> credential) {}

    public Outcome<UUID> remove(Deed deed, Holder holder, UUID passkey) {
        return ledger.transactions().decide(() -> {
            if (!stores.passkeys().remove(holder.user(), passkey)) {
                return Outcome.refused(new UnknownPasskey());
            }
            sessions.endAll(deed, holder.user(), holder.session());
            return Outcome.done(recorded(deed, holder.user(), "PasskeyRemoved"));
        });
    }

    private UUID recorded(Deed deed, UUID user, String type) {
        String state = User.Status.ACTIVE.name();
        int version = stores.users().touch(user);
        Entry entry = new Entry(Users.subject(user), version, type, state, state, Map.of());
        ledger.journal().record(deed, List.of(entry));
        return user;
    }

    /** For anybody: whose passkey it is shows when it is used. */
    public Begun beginUsing() {
        PublicKeyCredentialRequestOptions options = request(Bytes.random());
        String token =
                stores.attempts().begin(USING, null, options.getChallenge().getBytes());
        return new Begun(token, Json.readMap(MAPPER.writeValueAsString(options)));
    }

    private PublicKeyCredentialRequestOptions request(Bytes challenge) {
        Webauthn4JRelyingPartyOperations library = library();
        library.setCustomizeRequestOptions(
                options -> options.challenge(challenge).userVerification(UserVerificationRequirement.REQUIRED));
        return library.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** Lets in by a passkey alone. */
    public Outcome<Opened> use(Portal portal, String token, Map<String, Object> credential, Visit visit) {
        Optional<Integer> wait = throttle.claim(new Name(Measure.SOURCE, visit.source()));
        if (wait.isPresent()) {
            return Outcome.refused(new SignInRefusal.TooManyAttempts(wait.get()));
        }
        return stores.attempts()
                .end(USING, token)
                .flatMap(begun -> Optional.ofNullable(proved(new Bytes(begun.content()), credential)))
                .flatMap(stores.credentials()::find)
                .filter(Credentials::mayEnter)
                .filter(known -> (known.vendor() == null) == (portal == Portal.OPERATOR))
                .map(known -> Outcome.done(sessions.open(known.id(), "PASSKEY", visit, SignIn.channel(portal))))
                .orElseGet(() -> Outcome.refused(new SignInRefusal.SignInRefused()));
    }

    private @Nullable UUID proved(Bytes challenge, Map<String, Object> credential) {
        try {
            PublicKeyCredentialUserEntity user = library()
                    .authenticate(new RelyingPartyAuthenticationRequest(
                            request(challenge), MAPPER.convertValue(credential, USED)));
            return user == null ? null : PasskeyStore.user(user.getId());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | IllegalStateException e) {
            LOG.info("a passkey was refused: {}", e.getMessage());
            return null;
        }
    }

    /** One for each use: what is asked for is set on it. */
    private Webauthn4JRelyingPartyOperations library() {
        PublicKeyCredentialRpEntity braid = PublicKeyCredentialRpEntity.builder()
                .id(address.passkeyHost())
                .name("Braid")
                .build();
        return new Webauthn4JRelyingPartyOperations(
                new PasskeyUsers(stores.users()), stores.passkeys(), braid, Set.of(address.passkeyOrigin()));
    }
}
