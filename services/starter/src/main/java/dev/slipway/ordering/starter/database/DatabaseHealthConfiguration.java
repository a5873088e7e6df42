package dev.slipway.ordering.starter.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Ends an instance whose password is of yesterday. After a rotation its connections work on until they are half an hour
 * old; once the last is gone and the server refuses the password, liveness is down: Kubernetes starts the container
 * anew, with the value that its Secret has by then.
 */
@AutoConfiguration(after = DatabaseConfiguration.class)
public class DatabaseHealthConfiguration {
    @Bean
    HealthIndicator databasePasswordHealthIndicator(ObjectProvider<HikariDataSource> pools) {
        return () ->
                (pools.stream().anyMatch(DatabaseHealthConfiguration::isShutOut) ? Health.down() : Health.up()).build();
    }

    private static boolean isShutOut(HikariDataSource pool) {
        boolean refused = pool.getDataSource() instanceof WatchedDataSource driver && driver.isRefused();
        return refused
                && Optional.ofNullable(pool.getHikariPoolMXBean()).stream()
                        .allMatch(connections -> connections.getTotalConnections() == 0);
    }
}
