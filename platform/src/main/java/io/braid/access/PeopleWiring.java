package io.braid.access;

import io.braid.access.Sessions.SecondFactor;
import io.braid.journal.Journal;
import io.braid.mail.Mails;
import io.braid.store.Transactions;
import io.braid.store.Vault;
import io.braid.store.VendorReads;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PeopleWiring {
    @Bean
    UserStore userStore(JdbcClient jdbc, VendorReads vendorReads) {
        return new UserStore(jdbc, vendorReads);
    }

    @Bean
    CredentialStore credentialStore(JdbcClient jdbc) {
        return new CredentialStore(jdbc);
    }

    @Bean
    SessionStore sessionStore(JdbcClient jdbc) {
        return new SessionStore(jdbc);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Throttle throttle(JdbcClient jdbc, Transactions transactions) {
        return new Throttle(new ThrottleStore(jdbc), transactions);
    }

    @Bean
    PublicAddress publicAddress(
            @Value("${braid.public-url:}") String configured,
            @Value("${braid.operator-name:}") String operator,
            Environment environment) {
        return new PublicAddress(configured, operator, () -> environment.getProperty("local.server.port", "8080"));
    }

    @Bean
    Links links(JdbcClient jdbc, Mails mails, PublicAddress address, ObjectProvider<VendorDirectory> vendors) {
        Letters letters = new Letters(address, code -> vendors.getObject().findName(code));
        return new Links(new LinkStore(jdbc), mails, letters);
    }

    @Bean
    Roles roles(JdbcClient jdbc, UserStore users, Transactions transactions, Journal journal) {
        return new Roles(new RoleStore(jdbc), users, transactions, journal);
    }

    @Bean
    Recipients recipients(JdbcClient jdbc, Roles roles) {
        return new Recipients(new RecipientStore(jdbc), roles);
    }

    @Bean
    Sessions sessions(
            SessionStore store,
            Roles roles,
            Journal journal,
            Transactions transactions,
            @Value("${braid.second-factor:}") String demand) {
        SecondFactor secondFactor = demand.equals("required") ? SecondFactor.REQUIRED : SecondFactor.OPTIONAL;
        return new Sessions(store, roles, secondFactor, journal, transactions);
    }

    @Bean
    SecondFactors secondFactors(
            CredentialStore store,
            UserStore users,
            Vault vault,
            Sessions sessions,
            Journal journal,
            Transactions transactions) {
        return new SecondFactors(new SecondFactors.Stores(store, users), vault, sessions, journal, transactions);
    }

    @Bean
    SignIn signIn(
            CredentialStore credentials,
            SessionStore sessionStore,
            Passwords passwords,
            SecondFactors factors,
            Throttle throttle,
            Sessions sessions,
            @Value("${braid.sso-only:}") String ssoOnly) {
        SignIn.OperatorsCome come =
                ssoOnly.equals("yes") ? SignIn.OperatorsCome.BY_SINGLE_SIGN_ON : SignIn.OperatorsCome.ANYHOW;
        return new SignIn(credentials, sessionStore, new SignIn.Proofs(passwords, factors, come), throttle, sessions);
    }

    @Bean
    Users users(
            UserStore store,
            Roles roles,
            Links links,
            Sessions sessions,
            Journal journal,
            Transactions transactions,
            ObjectProvider<VendorDirectory> vendors) {
        return new Users(store, roles, links, sessions, ledger(journal, transactions, vendors));
    }

    @Bean
    VendorDoors vendorDoors(
            UserStore store, Journal journal, Transactions transactions, ObjectProvider<VendorDirectory> vendors) {
        return new VendorDoors(store, ledger(journal, transactions, vendors));
    }

    private static Users.Ledger ledger(
            Journal journal, Transactions transactions, ObjectProvider<VendorDirectory> vendors) {
        return new Users.Ledger(
                journal, transactions, code -> vendors.getObject().findName(code));
    }

    @Bean
    PasswordChanges passwordChanges(
            CredentialStore credentials,
            UserStore users,
            Links links,
            Passwords passwords,
            Throttle throttle,
            Sessions sessions,
            Journal journal,
            Transactions transactions) {
        return new PasswordChanges(
                credentials,
                users,
                links,
                new PasswordChanges.Guards(passwords, throttle, sessions),
                new PasswordChanges.Ledger(journal, transactions));
    }

    @Bean
    AttemptStore attemptStore(JdbcClient jdbc) {
        return new AttemptStore(jdbc);
    }

    @Bean
    Passkeys passkeys(
            JdbcClient jdbc,
            UserStore users,
            CredentialStore credentials,
            AttemptStore attempts,
            Sessions sessions,
            Throttle throttle,
            PublicAddress address,
            Journal journal,
            Transactions transactions) {
        Passkeys.Stores stores = new Passkeys.Stores(new PasskeyStore(jdbc), users, credentials, attempts);
        return new Passkeys(stores, sessions, throttle, address, new Passkeys.Ledger(journal, transactions));
    }

    @Bean
    SingleSignOn singleSignOn(
            JdbcClient jdbc,
            AttemptStore attempts,
            CredentialStore credentials,
            Links links,
            Vault vault,
            Sessions sessions,
            Journal journal,
            Transactions transactions,
            Clock clock,
            Environment environment) {
        IdentityProvider.Client client = new IdentityProvider.Client(
                environment.getProperty("braid.sso-issuer", ""),
                environment.getProperty("braid.sso-client-id", ""),
                environment.getProperty("braid.sso-client-secret", ""));
        SingleSignOn.Stores stores = new SingleSignOn.Stores(attempts, new IdentityStore(jdbc), credentials, links);
        return new SingleSignOn(
                new IdentityProvider(client, clock),
                stores,
                vault,
                sessions,
                new SingleSignOn.Ledger(journal, transactions));
    }

    /** Before the port opens, so that somebody can sign in. */
    @Bean
    SmartInitializingSingleton firstAdmin(
            UserStore users,
            Passwords passwords,
            Journal journal,
            Transactions transactions,
            Clock clock,
            @Value("${braid.admin-email:}") String email,
            @Value("${braid.admin-password:}") String password) {
        return () -> new FirstAdmin(users, passwords, journal, transactions, clock).ensure(email, password);
    }

    @Bean(initMethod = "start")
    AccessJob accessJob(JdbcClient jdbc, SessionStore sessions, AttemptStore attempts) {
        LinkStore links = new LinkStore(jdbc);
        ThrottleStore waits = new ThrottleStore(jdbc);
        return new AccessJob(List.of(sessions::forget, links::forget, waits::forget, attempts::forget));
    }
}
