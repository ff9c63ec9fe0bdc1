package io.braid.criteria;

import io.braid.journal.Journal;
import io.braid.store.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CriteriaWiring {
    @Bean
    Criteria criteria(JdbcClient jdbc, Journal journal, Transactions transactions, Dependents dependents) {
        return new Criteria(new DefinitionStore(jdbc), journal, transactions, dependents);
    }

    @Bean
    CriteriaTables criteriaTables(JdbcClient jdbc, Criteria criteria, Journal journal, Transactions transactions) {
        return new CriteriaTables(new DefinitionStore(jdbc), new RowStore(jdbc), criteria, journal, transactions);
    }
}
