package io.braid.sla;

import io.braid.access.PublicAddress;
import io.braid.access.Recipients;
import io.braid.fulfillment.Crossings;
import io.braid.fulfillment.Performance;
import io.braid.journal.Journal;
import io.braid.location.KnownVendors;
import io.braid.location.Locations;
import io.braid.mail.Mails;
import io.braid.sourcing.LocationScores;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SlaWiring {
    @Bean
    SlaPolicies slaPolicies(
            JdbcClient jdbc, Locations locations, KnownVendors vendors, Journal journal, Transactions transactions) {
        return new SlaPolicies(
                new PolicyStore(jdbc), new PolicyChecks(locations, vendors), locations, journal, transactions);
    }

    @Bean
    Reminders reminders(
            JdbcClient jdbc, Recipients recipients, Mails mails, PublicAddress address, Transactions transactions) {
        return new Reminders(new ReminderStore(jdbc), recipients, mails, address, transactions);
    }

    @Bean
    Scorecards scorecards(
            JdbcClient jdbc,
            Performance performance,
            ObjectProvider<OtherFigures> others,
            Transactions transactions,
            Journal journal,
            VendorReads reads) {
        return new Scorecards(
                new ScorecardStore(jdbc),
                performance,
                others.orderedStream().toList(),
                new Scorecards.Keeping(transactions, journal, reads));
    }

    @Bean
    LocationScores locationScores(JdbcClient jdbc, Locations locations) {
        return new VendorScores(new ScorecardStore(jdbc), locations);
    }

    @Bean(initMethod = "start")
    ScorecardJob scorecardJob(Scorecards scorecards, Clock clock) {
        return new ScorecardJob(scorecards, clock);
    }

    @Bean(initMethod = "start")
    SlaJob slaJob(Crossings crossings, Reminders reminders, Clock clock) {
        return new SlaJob(crossings, reminders, clock);
    }
}
