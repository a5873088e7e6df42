package dev.slipway.ordering.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionOperations;

/** Nobody holds a thread or a connection of the database for as long as they like. */
@ServiceTest
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class TimeLimitsIT {
    private static final int PATIENCE_MILLIS = 40_000;

    @LocalServerPort
    private int port;

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aCallerThatStopsInTheMidstOfItsHeadersIsLeft() throws IOException {
        assertThat(answer("GET /api/reference/a HTTP/1.1\r\nHost: localhost\r\nX-Slow: a"))
                .isEmpty();
    }

    @Test
    void aCallerThatStopsInTheMidstOfItsBodyIsToldAndLeft() throws IOException {
        Awaitility.await().until(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .is2xxSuccessful());
        String answer = answer("POST /api/reference HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + Tokens.customer(UUID.randomUUID())
                + "\r\nContent-Length: 1000\r\n\r\n{\"code\":");

        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json", "urn:slipway:problem:request-timeout");
    }

    @Test
    void aQueryIsStopped() {
        assertThatThrownBy(() -> database.sql("SELECT pg_sleep(40)").query().singleRow())
                .isInstanceOf(QueryTimeoutException.class);
    }

    @Test
    void aTransactionIsStoppedHoweverShortItsQueriesAre() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    for (int second = 0; second < 40; second++) {
                        database.sql("SELECT pg_sleep(1)").query().singleRow();
                    }
                }))
                .isInstanceOfAny(TransactionTimedOutException.class, QueryTimeoutException.class);
    }

    /** What is answered until the connection is closed. */
    private String answer(String said) throws IOException {
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
            caller.setSoTimeout(PATIENCE_MILLIS);
            caller.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            return new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
