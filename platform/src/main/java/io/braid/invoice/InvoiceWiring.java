package io.braid.invoice;

import io.braid.fulfillment.Billing;
import io.braid.fulfillment.Shipments;
import io.braid.journal.Journal;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import io.braid.vendor.Vendors;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InvoiceWiring {
    @Bean
    VendorTerms vendorTerms(JdbcClient jdbc, Vendors vendors, Journal journal, Transactions transactions) {
        return new VendorTerms(new TermsStore(jdbc), vendors, journal, transactions);
    }

    @Bean
    Invoices invoices(JdbcClient jdbc, VendorReads reads, Journal journal, Transactions transactions) {
        return new Invoices(new InvoiceStore(jdbc), new ExportStore(jdbc), reads, journal, transactions);
    }

    @Bean
    CreditNotes creditNotes(JdbcClient jdbc, VendorReads reads, Journal journal) {
        return new CreditNotes(new CreditNoteStore(jdbc), reads, journal);
    }

    @Bean
    Ground groundOfInvoices(VendorReads reads, Journal journal, Transactions transactions) {
        return new Ground(reads, journal, transactions);
    }

    @Bean
    Deductions deductions(
            JdbcClient jdbc, VendorTerms terms, Shipments shipments, CreditNotes notes, Ground groundOfInvoices) {
        return new Deductions(new DeductionStore(jdbc), terms, shipments, notes, groundOfInvoices);
    }

    @Bean
    ReceivedInvoices receivedInvoices(
            JdbcClient jdbc, Billed billed, CreditNotes notes, Shipments shipments, Ground groundOfInvoices) {
        return new ReceivedInvoices(new ReceivedStore(jdbc), shipments, billed, notes, groundOfInvoices);
    }

    @Bean
    MatchFigures matchFigures(JdbcClient jdbc) {
        return new MatchFigures(new ReceivedStore(jdbc));
    }

    @Bean
    Billed billedByInvoices(Invoices invoices, VendorTerms terms) {
        return new Billed(invoices, terms);
    }

    @Bean
    Billing billing(JdbcClient jdbc, Invoices invoices, Deductions deductions, VendorTerms terms) {
        return new Charging(new InvoiceStore(jdbc), invoices, deductions, terms);
    }

    @Bean
    WaitingNotices waitingNotices(
            JdbcClient jdbc, Invoices invoices, VendorTerms terms, Shipments shipments, Transactions transactions) {
        return new WaitingNotices(new InvoiceStore(jdbc), invoices, terms, shipments, transactions);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    InvoiceJob invoiceJob(WaitingNotices waiting, Deductions deductions, Clock clock) {
        return new InvoiceJob(waiting, deductions, clock);
    }
}
