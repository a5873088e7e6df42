package dev.slipway.ordering.starter.inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox, and the end of its memory. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnProperty("slipway.database.host")
public class InboxConfiguration {
    @Bean
    Inbox inbox(JdbcClient database) {
        return new Inbox(database);
    }

    @Bean
    InboxCleaning inboxCleaning(JdbcClient database) {
        return new InboxCleaning(database);
    }
}
