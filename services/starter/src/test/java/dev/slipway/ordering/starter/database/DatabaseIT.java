package dev.slipway.ordering.starter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.ordering.testing.Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database as on the platform: verified TLS, and a password that changes. */
class DatabaseIT {
    private static final Certificate MINE = Certificate.of("localhost");
    private static Postgres server;

    @BeforeAll
    static void start() throws Exception {
        server = new Postgres(MINE);
        server.run("CREATE ROLE app LOGIN PASSWORD 'first'");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void verifiesTheServerByTheCertificateItIsGiven() {
        try (HikariDataSource pool = pool("app", "first")) {
            assertThat(JdbcClient.create(pool)
                            .sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void refusesAServerOfAnotherAuthority() {
        String other = Certificate.of("localhost").certificate().toString();

        assertRefused("verify-full", other, "PKIX path");
    }

    @Test
    void refusesAServerOfAnotherName() throws Exception {
        Certificate elsewhere = Certificate.of("elsewhere.example.com");
        try (Postgres other = new Postgres(elsewhere);
                HikariDataSource pool = DatabaseConfiguration.pool(other.as(
                        "postgres", "x", "verify-full", elsewhere.certificate().toString()))) {
            assertThatThrownBy(() -> connect(pool)).hasStackTraceContaining("localhost could not be verified");
        }
    }

    @Test
    void refusesAServerThatNobodyVouchesFor() {
        assertRefused("verify-full", "", "PKIX path");
    }

    @Test
    void speaksNothingButTlsWhereItIsRequired() {
        try (HikariDataSource pool = DatabaseConfiguration.pool(server.as("app", "first", "disable", ""))) {
            assertThatThrownBy(() -> connect(pool)).hasStackTraceContaining("no encryption");
        }
    }

    @Test
    void worksOnAfterARotationAndAsksForARestartOnceItCannot() throws Exception {
        server.run("CREATE ROLE rotated LOGIN PASSWORD 'first'");
        try (HikariDataSource pool = pool("rotated", "first")) {
            HealthIndicator health = health(pool);
            JdbcClient database = JdbcClient.create(pool);
            assertThat(one(database)).isEqualTo(1);

            server.run("ALTER ROLE rotated PASSWORD 'second'");
            assertThat(one(database)).isEqualTo(1);
            assertThat(status(health)).isEqualTo(Status.UP);

            // as half an hour later
            server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'rotated'");
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                assertThatThrownBy(() -> one(database)).isInstanceOf(RuntimeException.class);
                return status(health).equals(Status.DOWN);
            });
        }
        try (HikariDataSource restarted = pool("rotated", "second")) {
            assertThat(one(JdbcClient.create(restarted))).isEqualTo(1);
            assertThat(status(health(restarted))).isEqualTo(Status.UP);
        }
    }

    @Test
    void asksForNoRestartWhereTheDatabaseIsAway() throws Exception {
        server.run("CREATE ROLE patient LOGIN PASSWORD 'first'");
        server.run("ALTER ROLE patient CONNECTION LIMIT 0");
        try (HikariDataSource pool = pool("patient", "first")) {
            assertThatThrownBy(() -> connect(pool)).isInstanceOf(SQLException.class);
            assertThat(status(health(pool))).isEqualTo(Status.UP);
        }
    }

    private static void assertRefused(String mode, String rootCert, String message) {
        try (HikariDataSource pool = DatabaseConfiguration.pool(server.as("app", "first", mode, rootCert))) {
            assertThatThrownBy(() -> connect(pool)).hasStackTraceContaining(message);
        }
    }

    private static HikariDataSource pool(String username, String password) {
        return DatabaseConfiguration.pool(
                server.as(username, password, "verify-full", MINE.certificate().toString()));
    }

    private static void connect(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.isValid(1);
        }
    }

    private static int one(JdbcClient database) {
        return database.sql("SELECT 1").query(Integer.class).single();
    }

    private static HealthIndicator health(HikariDataSource pool) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("pool", pool);
        return new DatabaseHealthConfiguration()
                .databasePasswordHealthIndicator(beans.getBeanProvider(HikariDataSource.class));
    }

    private static Status status(HealthIndicator health) {
        return health.health().getStatus();
    }
}
