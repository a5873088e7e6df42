package dev.slipway.ordering.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class RetriesTest {
    static Stream<Exception> outages() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new IllegalStateException(new DataAccessResourceFailureException("57P01")),
                new QueryTimeoutException("57014"),
                new UncategorizedSQLException("update", "UPDATE", new SQLException("read-only", "25006")));
    }

    static Stream<Exception> faults() {
        return Stream.of(
                new IllegalStateException("a defect"),
                new DuplicateKeyException("23505"),
                new UncategorizedSQLException("update", "UPDATE", new SQLException("aborted", "25P02")));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void waitsForTheDatabase(Exception outage) {
        assertThat(Retries.isOutage(outage)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void givesUpOnWhatIsNoOutage(Exception fault) {
        assertThat(Retries.isOutage(fault)).isFalse();
    }
}
