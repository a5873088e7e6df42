package dev.slipway.ordering.starter.database;

import dev.slipway.ordering.testing.Certificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A server that speaks TLS only and wants passwords, as that of the platform. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    Postgres(Certificate certificate) throws IOException {
        Path access = Files.createTempFile("pg_hba", ".conf");
        Files.writeString(access, """
                host    all postgres 127.0.0.1/32 trust
                hostssl all all      all          scram-sha-256
                """);
        server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.certificate().toString())
                .setServerConfig("ssl_key_file", certificate.key().toString())
                .setServerConfig("hba_file", access.toString())
                .start();
    }

    DatabaseProperties as(String username, String password, String sslMode, String sslRootCert) {
        return new DatabaseProperties(
                "localhost",
                server.getPort(),
                "postgres",
                username,
                password,
                sslMode,
                sslRootCert,
                2,
                Duration.ofMinutes(30));
    }

    void run(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
