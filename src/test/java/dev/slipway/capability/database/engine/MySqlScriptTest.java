package dev.slipway.capability.database.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script against a MariaDB, which is no MySQL but understands all that the script says. */
class MySqlScriptTest {
    private static final String ODD = "it's \"second\" \\ $1 % `x` ä";

    @TempDir
    private static Path folder;

    private static MySqlServer server;

    @BeforeAll
    static void startServer() throws Exception {
        assumeTrue(
                MySqlServer.isInstalled(),
                "MariaDB is missing: install mariadb-server and mariadb-client to run the set-up script for real");
        server = MySqlServer.start(folder);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @BeforeEach
    void startOver() throws Exception {
        for (String name : List.of("order_desk", "orderxdesk", "payment")) {
            server.asRoot("DROP DATABASE IF EXISTS %1$s; DROP USER IF EXISTS %1$s".formatted(name));
        }
    }

    @Test
    void givesAServiceADatabaseOfItsOwn() throws Exception {
        server.setUp("order_desk", "first", MySqlServer.MASTER);

        assertThat(
                        server.as(
                                "order_desk",
                                "first",
                                "order_desk",
                                "CREATE TABLE orders (id bigint PRIMARY KEY); INSERT INTO orders VALUES (1); SELECT count(*) FROM orders"))
                .isEqualTo("1");
    }

    @Test
    void keepsDataAndTakesANewPasswordWhenRunAgain() throws Exception {
        server.setUp("order_desk", "first", MySqlServer.MASTER);
        server.as("order_desk", "first", "order_desk", "CREATE TABLE orders AS SELECT 7 AS id");

        String printed = server.setUp("order_desk", ODD, MySqlServer.MASTER);

        assertThat(printed).isEmpty();
        assertThat(server.as("order_desk", ODD, "order_desk", "SELECT id FROM orders"))
                .isEqualTo("7");
        assertThatThrownBy(() -> server.as("order_desk", "first", "order_desk", "SELECT 1"))
                .hasMessageContaining("Access denied");
    }

    @Test
    void finishesWhatARunLeftHalfDone() throws Exception {
        server.as(MySqlServer.MASTER, MySqlServer.MASTER, "", "CREATE DATABASE payment");
        server.setUp("payment", "p", MySqlServer.MASTER);
        server.as(MySqlServer.MASTER, MySqlServer.MASTER, "", "CREATE USER order_desk");
        server.setUp("order_desk", "o", MySqlServer.MASTER);

        assertThat(server.as("payment", "p", "payment", "SELECT 1")).isEqualTo("1");
        assertThat(server.as("order_desk", "o", "order_desk", "SELECT 1")).isEqualTo("1");
    }

    @Test
    void refusesAServiceTheDatabaseOfAnother() throws Exception {
        server.setUp("order_desk", "first", MySqlServer.MASTER);
        server.setUp("payment", "second", MySqlServer.MASTER);

        assertThatThrownBy(() -> server.as("order_desk", "first", "payment", "SELECT 1"))
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> server.as("order_desk", "first", "", "CREATE DATABASE mine"))
                .hasMessageContaining("Access denied");
    }

    /** In a grant an underscore is any character unless it is escaped. */
    @Test
    void refusesADatabaseWhoseNameDiffersInAnUnderscore() throws Exception {
        server.setUp("order_desk", "first", MySqlServer.MASTER);
        server.setUp("orderxdesk", "second", MySqlServer.MASTER);

        assertThatThrownBy(() -> server.as("order_desk", "first", "orderxdesk", "SELECT 1"))
                .hasMessageContaining("Access denied");
    }

    @Test
    void refusesAServiceAConnectionWithoutTls() throws Exception {
        server.setUp("order_desk", "first", MySqlServer.MASTER);

        assertThatThrownBy(() -> server.inClear("order_desk", "first", "SELECT 1"))
                .hasMessageContaining("Access denied");
    }

    @Test
    void failsWhereTheServerRefuses() {
        assertThatThrownBy(() -> server.setUp("order_desk", "first", "wrong")).hasMessageContaining("Access denied");
    }
}
