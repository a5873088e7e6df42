package dev.slipway.capability.database.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.capability.Sample;
import dev.slipway.plan.Place;
import dev.slipway.plan.operation.Alarm;
import java.util.List;
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
        assertThat(alarms(RdsEngine.POSTGRES, instanceClass))
                .extracting(Alarm::name)
                .containsExactly("database-cpu", "database-storage");
    }

    @Test
    void takesNoMoreConnectionsForGrantedThanPostgresqlHas() {
        assertThat(alarms(RdsEngine.POSTGRES, "db.r6g.16xlarge"))
                .filteredOn(alarm -> alarm.name().equals("database-connections"))
                .extracting(Alarm::threshold)
                .containsExactly(3500.0);
    }

    @Test
    void tellsEnginesApart() {
        assertThat(alarms(RdsEngine.ORACLE, "db.m7g.large"))
                .extracting(Alarm::name, alarm -> alarm.metric().dimensions().get("DBInstanceIdentifier"))
                .containsExactly(tuple("oracle-cpu", "shop-dev-oracle"), tuple("oracle-storage", "shop-dev-oracle"));
    }

    private static List<Alarm> alarms(RdsEngine rds, String instanceClass) {
        Place place = Sample.with().plan().environments().get(0).place();
        return RdsAlarms.of(rds, RdsSettings.of(rds, instanceClass), place);
    }
}
