package dev.slipway.ordering.handling;

import dev.slipway.ordering.testing.Parts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The server's side of a database: as its owner would take it away. */
final class Database {
    private Database() {}

    /** Refuses connections and ends those there are, as a failover does. */
    static void goAway(String name) {
        run("ALTER DATABASE \"" + name + "\" ALLOW_CONNECTIONS false");
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    static void comeBack(String name) {
        run("ALTER DATABASE \"" + name + "\" ALLOW_CONNECTIONS true");
    }

    static void run(String sql) {
        try (Connection connection = Parts.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
