package io.braid.simulation;

import io.braid.journal.Journal;
import io.braid.order.Orders;
import io.braid.sourcing.Replays;
import io.braid.sourcing.Strategies;
import io.braid.store.Transactions;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SimulationWiring {
    /** What the facade and the job say to each other. */
    record Bell(Semaphore asked, CountDownLatch closing) {}

    @Bean
    Bell simulationBell() {
        return new Bell(new Semaphore(0), new CountDownLatch(1));
    }

    @Bean
    Simulations simulations(
            JdbcClient jdbc,
            Strategies strategies,
            Orders orders,
            Journal journal,
            Transactions transactions,
            Bell simulationBell) {
        return new Simulations(
                new Simulations.Parts(new SimulationStore(jdbc), strategies, orders, journal, transactions),
                simulationBell.asked()::release);
    }

    @Bean
    Running.Parts simulationParts(
            JdbcClient jdbc,
            Replays replays,
            Strategies strategies,
            Orders orders,
            FileOrders files,
            Journal journal,
            Transactions transactions,
            Clock clock) {
        return new Running.Parts(
                new SimulationStore(jdbc), replays, strategies, orders, files, journal, transactions, clock);
    }

    @Bean(initMethod = "start")
    SimulationJob simulationJob(Running.Parts simulationParts, Bell simulationBell) {
        return new SimulationJob(
                new Running(simulationParts, simulationBell.closing()),
                simulationBell.closing(),
                simulationBell.asked());
    }

    @Bean(initMethod = "start")
    RetentionJob simulationRetentionJob(Simulations simulations, Clock clock) {
        return new RetentionJob(simulations, clock);
    }
}
