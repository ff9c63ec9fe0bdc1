package io.braid.access;

import io.braid.access.IdentityProvider.Binding;
import io.braid.access.IdentityProvider.Identity;
import io.braid.access.LinkStore.Purpose;
import io.braid.access.Session.Opened;
import io.braid.access.Session.Visit;
import io.braid.access.SignInRefusal.SignInRefused;
import io.braid.access.User.Status;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.kernel.Outcome;
import io.braid.store.Json;
import io.braid.store.Transactions;
import io.braid.store.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letting the operator's people in by the operator's own identity provider. Somebody is known by issuer and subject;
 * the first time by an address that the provider has verified and an administrator has invited: nobody gets in whom
 * nobody here has named. A visit is begun and ended by one browser, once.
 */
public final class SingleSignOn {
    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);
    private static final String PURPOSE = "SSO";
    private static final String PLACE = "sign_in_attempt.content/sso";

    private final IdentityProvider provider;
    private final Stores stores;
    private final Vault vault;
    private final Sessions sessions;
    private final Ledger ledger;

    SingleSignOn(IdentityProvider provider, Stores stores, Vault vault, Sessions sessions, Ledger ledger) {
        this.provider = provider;
        this.stores = stores;
        this.vault = vault;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    /** What is read and written. */
    record Stores(AttemptStore attempts, IdentityStore identities, CredentialStore credentials, Links links) {}

    /** Where it is written down. */
    record Ledger(Journal journal, Transactions transactions) {}

    /** Where to send the browser, and what it must bring back: the state. */
    public record Departure(String address, String state) {}

    public boolean isConfigured() {
        return provider.client().isConfigured();
    }

    public Outcome<Departure> begin(String redirectUri) {
        Binding binding = new Binding(Secret.make(), Secret.make(), redirectUri);
        byte[] kept = Json.bytes(Map.of("nonce", binding.nonce(), "verifier", binding.verifier()));
        String state = stores.attempts().begin(PURPOSE, null, vault.seal(kept, PLACE));
        try {
            return Outcome.done(new Departure(provider.authorizationAddress(binding, state), state));
        } catch (IdentityProvider.Refused e) {
            LOG.warn("single sign-on does not begin: {}", e.getMessage());
            return Outcome.refused(new SignInRefusal.ProviderNotReady());
        }
    }

    /** What the browser brought back; the state is the one it left with. */
    public record Arrival(String state, String code, String redirectUri) {}

    public Outcome<Opened> end(Arrival arrival, Visit visit) {
        Optional<AttemptStore.Begun> begun = stores.attempts().end(PURPOSE, arrival.state());
        if (begun.isEmpty()) {
            return Outcome.refused(new SignInRefused());
        }
        Map<String, Object> kept =
                Json.readMap(new String(vault.open(begun.get().content(), PLACE), StandardCharsets.UTF_8));
        Binding binding = new Binding(
                String.valueOf(kept.get("nonce")), String.valueOf(kept.get("verifier")), arrival.redirectUri());
        try {
            Identity identity = provider.identity(arrival.code(), binding);
            return known(identity, visit).map(user -> sessions.open(user, "SSO", visit, "CONSOLE"));
        } catch (IdentityProvider.Refused e) {
            LOG.warn("a single sign-on was refused: {} ({})", e.getMessage(), visit.correlationId());
            return Outcome.refused(new SignInRefused());
        }
    }

    private Outcome<UUID> known(Identity identity, Visit visit) {
        return ledger.transactions().decide(() -> {
            Optional<UUID> linked = stores.identities().find(identity);
            if (linked.isPresent()) {
                return stores.credentials()
                        .find(linked.get())
                        .filter(Credentials::mayEnter)
                        .map(user -> Outcome.done(user.id()))
                        .orElseGet(() -> Outcome.refused(new SignInRefused()));
            }
            return firstTime(identity, visit);
        });
    }

    private Outcome<UUID> firstTime(Identity identity, Visit visit) {
        if (identity.verifiedEmail() == null) {
            return Outcome.refused(new SignInRefused());
        }
        String email = identity.verifiedEmail().strip().toLowerCase(Locale.ROOT);
        Optional<Credentials> invited = stores.credentials().find(Portal.OPERATOR, email, null, 1).stream()
                .filter(user -> user.status() == Status.ACTIVE || user.status() == Status.INVITED)
                .findFirst();
        if (invited.isEmpty()
                || !stores.identities().link(identity, invited.get().id())) {
            return Outcome.refused(new SignInRefused());
        }
        UUID user = invited.get().id();
        OptionalInt version = stores.identities().activate(user);
        if (version.isEmpty()) {
            return Outcome.refused(new SignInRefused());
        }
        stores.links().revoke(user, Purpose.INVITATION);
        Deed deed = new Deed(new Deed.Actor("USER", user.toString()), visit.at(), "CONSOLE", visit.correlationId());
        String before = invited.get().status().name();
        Map<String, String> told = Map.of("issuer", identity.issuer());
        ledger.journal()
                .record(
                        deed,
                        List.of(new Entry(
                                Users.subject(user),
                                version.getAsInt(),
                                "IdentityLinked",
                                before,
                                Status.ACTIVE.name(),
                                told)));
        return Outcome.done(user);
    }
}
