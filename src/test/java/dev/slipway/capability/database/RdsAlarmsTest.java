package dev.slipway.capability.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.operation.Alarm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdsAlarmsTest {
    @ParameterizedTest
    @CsvSource({
        "db.t4g.micro, 1",
        "db.t4g.small, 2",
        "db.t4g.medium, 4",
        "db.m7g.large, 8",
        "db.m7g.xlarge, 16",
        "db.r6g.large, 16",
        "db.r6g.xlarge, 32",
        "db.r6g.16xlarge, 512"
    })
    void knowsTheMemoryOfUsualClasses(String instanceClass, int gibibytes) {
        assertThat(RdsAlarms.memory(instanceClass)).contains(gibibytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.x2g.large", "db.z1d.large", "db.m7g.metal", "db.serverless"})
    void doesNotGuessThatOfOthers(String instanceClass) {
        assertThat(RdsAlarms.memory(instanceClass)).isEmpty();
        assertThat(RdsAlarms.of("shop-dev", instanceClass, 20))
                .extracting(Alarm::name)
                .containsExactly("database-cpu", "database-storage");
    }

    @Test
    void takesNoMoreConnectionsForGrantedThanPostgresqlHas() {
        assertThat(RdsAlarms.of("shop-dev", "db.r6g.16xlarge", 20))
                .filteredOn(alarm -> alarm.name().equals("database-connections"))
                .extracting(Alarm::threshold)
                .containsExactly(3500.0);
    }
}
