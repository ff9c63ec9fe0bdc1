package io.braid.vendor;

import io.braid.access.ApiKeys;
import io.braid.access.PublicAddress;
import io.braid.access.Recipients;
import io.braid.access.Users;
import io.braid.journal.Journal;
import io.braid.journal.OwnEntries;
import io.braid.location.Locations;
import io.braid.mail.Mails;
import io.braid.store.Transactions;
import io.braid.store.Vault;
import io.braid.store.VendorReads;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VendorWiring {
    @Bean
    KnownByCode knownByCode(JdbcClient jdbc) {
        return new KnownByCode(new VendorStore(jdbc));
    }

    @Bean
    NeedsLocation needsLocation(Locations locations) {
        return new NeedsLocation(locations);
    }

    @Bean
    NeedsContact needsContact(JdbcClient jdbc) {
        return new NeedsContact(new VendorStore(jdbc));
    }

    @Bean
    NeedsDocuments needsDocuments(JdbcClient jdbc, Clock clock) {
        return new NeedsDocuments(new DocumentStore(jdbc), clock);
    }

    @Bean
    Vendors vendors(
            JdbcClient jdbc, List<Requirement> requirements, Users users, Journal journal, Transactions transactions) {
        return new Vendors(new VendorStore(jdbc), requirements, users, journal, transactions);
    }

    @Bean
    Documents.Stores documentStores(JdbcClient jdbc, DocumentContentStore contents, VendorReads own, Vault vault) {
        return new Documents.Stores(new DocumentStore(jdbc), contents, new VendorStore(jdbc), own, vault);
    }

    @Bean
    DocumentReminders documentReminders(Recipients recipients, Mails mails, PublicAddress address) {
        return new DocumentReminders(recipients, mails, address);
    }

    @Bean
    Documents documents(
            Documents.Stores stores,
            Journal journal,
            DocumentReminders reminders,
            Transactions transactions,
            Clock clock) {
        return new Documents(stores, journal, reminders, transactions, clock);
    }

    @Bean(initMethod = "start")
    DocumentExpiryJob documentExpiryJob(Documents documents, Clock clock) {
        return new DocumentExpiryJob(documents, clock);
    }

    @Bean
    Onboarding onboarding(
            Documents documents,
            Vendors vendors,
            Onboarding.People people,
            OnboardingStore store,
            Onboarding.Neighbours neighbours) {
        return new Onboarding(store, documents, vendors, people, neighbours);
    }

    @Bean
    Onboarding.People peopleOfVendors(Users users, ApiKeys keys) {
        return new Onboarding.People(users, keys);
    }

    @Bean
    DocumentContentStore documentContentStore(JdbcClient jdbc, Vault vault) {
        return new DocumentContentStore(jdbc, vault);
    }

    @Bean(initMethod = "start")
    SealingJob sealingJob(DocumentContentStore contents, OnboardingStore profiles, Transactions transactions) {
        return new SealingJob(contents, profiles, transactions);
    }

    @Bean
    OnboardingStore onboardingStore(JdbcClient jdbc, Vault vault) {
        return new OnboardingStore(jdbc, new SealedText(vault));
    }

    @Bean
    Onboarding.Neighbours onboardingNeighbours(Journal journal, Transactions transactions, VendorReads own) {
        return new Onboarding.Neighbours(journal, transactions, own);
    }

    @Bean
    OwnLocations ownLocations(JdbcClient jdbc, Locations locations, Transactions transactions) {
        return new OwnLocations(new OwnLocationStore(jdbc), locations, transactions);
    }

    @Bean
    OwnEntries ownEntries(VendorReads own) {
        return new OwnEntries(own);
    }
}
