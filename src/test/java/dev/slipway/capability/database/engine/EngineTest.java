package dev.slipway.capability.database.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
    private static final String LONG = "a-service-with-quite-a-long-name-for-one-of-them-in-a-database";

    @ParameterizedTest
    @CsvSource({"POSTGRES,order_desk", "MYSQL,order_desk", "ORACLE,ORDER_DESK_APP"})
    void callsADatabaseAfterItsService(Engine engine, String owner) {
        assertThat(engine.ownerOf("order-desk")).isEqualTo(owner);
    }

    @Test
    void shortensNamesThatAServerWouldCutOrRefuse() {
        assertThat(Engine.POSTGRES.ownerOf(LONG)).hasSize(62);
        assertThat(Engine.MYSQL.ownerOf(LONG))
                .hasSizeLessThanOrEqualTo(32)
                .matches("a_service_with_quite_[a-z_]*[0-9a-f]{7}");
        assertThat(Engine.ORACLE.ownerOf(LONG))
                .hasSizeLessThanOrEqualTo(30)
                .matches("A_SERVICE_[A-Z_]*[0-9A-F]{7}_APP");
        assertThat(Engine.MYSQL.ownerOf(LONG)).isNotEqualTo(Engine.MYSQL.ownerOf(LONG + "s"));
    }

    /** The master could otherwise be given away as a service's own user. */
    @Test
    void reservesTheNameOfTheMaster() {
        assertThat(Engine.POSTGRES.reserves(Engine.MASTER)).isTrue();
        assertThat(Engine.MYSQL.reserves(Engine.MASTER)).isTrue();
        assertThat(Engine.ORACLE.reserves(Engine.MASTER)).isFalse();
        assertThat(Engine.POSTGRES.reserves("order")).isFalse();
    }
}
