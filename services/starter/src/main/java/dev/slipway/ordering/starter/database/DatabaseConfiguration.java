package dev.slipway.ordering.starter.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
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
        return pool(properties);
    }

    static HikariDataSource pool(DatabaseProperties properties) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(properties.url());
        driver.setUser(properties.username());
        driver.setPassword(properties.password());
        properties.driver().forEach((name, value) -> set(driver, name, value));
        HikariDataSource source = new HikariDataSource();
        source.setPoolName(properties.name());
        source.setDataSource(new WatchedDataSource(driver));
        source.setMaximumPoolSize(properties.connections());
        source.setMaxLifetime(properties.lifetime().toMillis());
        source.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        source.setValidationTimeout(VALIDATION_TIMEOUT_MILLIS);
        return source;
    }

    private static void set(PGSimpleDataSource driver, String name, String value) {
        try {
            driver.setProperty(name, value);
        } catch (SQLException e) {
            throw new IllegalStateException("The driver does not know " + name, e);
        }
    }
}
