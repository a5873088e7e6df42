package dev.slipway.ordering.starter.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A pool that gives up early and connects anew: a request waits at most two seconds for a connection. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnProperty("slipway.database.host")
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseConfiguration {
    private static final long CONNECTION_TIMEOUT_MILLIS = 2_000;
    private static final long VALIDATION_TIMEOUT_MILLIS = 1_000;

    @Bean
    HikariDataSource dataSource(DatabaseProperties properties) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName(properties.name());
        source.setJdbcUrl(properties.url());
        source.setUsername(properties.username());
        source.setPassword(properties.password());
        source.setMaximumPoolSize(properties.connections());
        source.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        source.setValidationTimeout(VALIDATION_TIMEOUT_MILLIS);
        properties.driver().forEach(source::addDataSourceProperty);
        return source;
    }
}
