package io.braid.sourcing;

import io.braid.carriage.Carriers;
import io.braid.catalog.Products;
import io.braid.criteria.Criteria;
import io.braid.criteria.CriteriaTables;
import io.braid.criteria.Dependents;
import io.braid.fulfillment.Fulfillment;
import io.braid.fulfillment.PastPromises;
import io.braid.fulfillment.Shipments;
import io.braid.inventory.Arrivals;
import io.braid.inventory.PastStock;
import io.braid.inventory.Stock;
import io.braid.journal.Deed;
import io.braid.journal.Journal;
import io.braid.location.Capacity;
import io.braid.location.Locations;
import io.braid.location.PostalCodes;
import io.braid.order.Orders;
import io.braid.pricing.ContractedPrices;
import io.braid.store.Idempotency;
import io.braid.store.Json;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SourcingWiring {
    /** The built-in strategy is live before the first request can come in. */
    @Bean
    Strategies strategies(
            JdbcClient jdbc,
            Journal journal,
            Transactions transactions,
            Criteria criteria,
            Locations locations,
            Clock clock)
            throws IOException {
        Strategies strategies = new Strategies(
                new StrategyStore(jdbc),
                new DecisionStore(jdbc),
                journal,
                transactions,
                new Strategies.Nameable(criteria, locations));
        try (InputStream in =
                Objects.requireNonNull(SourcingWiring.class.getResourceAsStream("/routing/default-strategy.json"))) {
            String builtIn = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            strategies.ensureLive(Deed.bySystem("first-start", clock.instant()), Json.readMap(builtIn));
        }
        return strategies;
    }

    @Bean
    Gathering gathering(
            Strategies strategies,
            Products products,
            Stock stock,
            Locations locations,
            ContractedPrices prices,
            PostalCodes places,
            Capacity capacity,
            Carriers carriers,
            GatheringExtras extras) {
        return new Gathering(new Gathering.Sources(
                strategies, products, stock, locations, prices, places, capacity, carriers, extras));
    }

    @Bean
    GatheringExtras gatheringExtras(
            Criteria criteria, CriteriaTables tables, Stock stock, ObjectProvider<LocationScores> scores) {
        return new GatheringExtras(criteria, tables, stock, scores.getIfAvailable(() -> LocationScores.NONE));
    }

    /** Not part of the strategies themselves: those are read with definitions, which ask this one first. */
    @Bean
    Dependents rulingStrategies(JdbcClient jdbc) {
        return new RulingStrategies(new StrategyStore(jdbc));
    }

    @Bean
    Router router() {
        return new Router();
    }

    @Bean
    OrderPath.Parts pathParts(
            Transactions transactions,
            Strategies strategies,
            Gathering gathering,
            Router router,
            Orders orders,
            Stock stock,
            Capacity capacity,
            Shipments shipments,
            JdbcClient jdbc,
            Idempotency idempotency,
            Rendering rendering) {
        return new OrderPath.Parts(
                transactions,
                strategies,
                gathering,
                router,
                new Holding(stock),
                orders,
                stock,
                capacity,
                shipments,
                new DecisionStore(jdbc),
                new ReleaseStore(jdbc),
                idempotency,
                rendering);
    }

    @Bean
    Intake intake(OrderPath.Parts parts) {
        return new Intake(new OrderPath(parts));
    }

    @Bean
    Backorders backorders(OrderPath.Parts parts, Arrivals arrivals, Clock clock) {
        return new Backorders(parts, arrivals, clock);
    }

    @Bean(initMethod = "start")
    BackorderJob backorderJob(Backorders backorders, Arrivals arrivals, Clock clock) {
        return new BackorderJob(backorders, arrivals, clock);
    }

    @Bean
    Rerouting rerouting(OrderPath.Parts parts) {
        return new Rerouting(parts);
    }

    @Bean
    Overtaking overtaking(JdbcClient jdbc, Journal journal) {
        return new Overtaking(new AmendmentStore(jdbc), new AmendmentJournal(journal));
    }

    @Bean
    Suggestions suggestions(Gathering gathering, Router router, Transactions transactions) {
        return new Suggestions(gathering, router, transactions);
    }

    @Bean
    Replays replays(
            Gathering gathering, Router router, Carriers carriers, Stock stock, PastStock past, PastPromises promises) {
        return new Replays(new Replay.Sources(gathering, router, stock, past, promises), carriers);
    }

    @Bean
    Promises promises(Gathering gathering, Transactions transactions) {
        return new Promises(gathering, transactions);
    }

    @Bean
    Sourcing sourcing(OrderPath.Parts parts, Fulfillment fulfillment) {
        return new Sourcing(parts, fulfillment);
    }

    @Bean
    Amendments amendments(
            JdbcClient jdbc, OrderPath.Parts parts, Sourcing sourcing, VendorReads reads, Journal journal) {
        Amendments.Ground ground = new Amendments.Ground(reads, new AmendmentJournal(journal), parts.transactions());
        return new Amendments(new AmendmentStore(jdbc), sourcing, parts.orders(), parts.shipments(), ground);
    }
}
