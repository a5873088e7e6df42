package dev.slipway.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.operation.Metric.Statistic;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTest {
    private static final Metric PROCESSOR = Metric.of("AWS/RDS", "CPUUtilization", Statistic.AVERAGE);

    @Test
    void isOnOneSideOfItsThreshold() {
        assertThat(Alarm.above("database-cpu", PROCESSOR, 90, 15, "Too busy."))
                .isEqualTo(new Alarm("database-cpu", PROCESSOR, Alarm.Direction.ABOVE, 90, 15, "Too busy."));
        assertThat(Alarm.below("database-storage", PROCESSOR, 5, 10, "Nearly full."))
                .isEqualTo(new Alarm("database-storage", PROCESSOR, Alarm.Direction.BELOW, 5, 10, "Nearly full."));
    }

    @Test
    void readsAMetricByDimensionsInOrder() {
        Metric metric = PROCESSOR.on("Role", "WRITER").on("DBInstanceIdentifier", "shop-prod");
        assertThat(metric)
                .isEqualTo(new Metric(
                        "AWS/RDS",
                        "CPUUtilization",
                        Statistic.AVERAGE,
                        new TreeMap<>(Map.of("DBInstanceIdentifier", "shop-prod", "Role", "WRITER"))));
        assertThat(metric.dimensions().keySet()).containsExactly("DBInstanceIdentifier", "Role");
        assertThat(PROCESSOR.dimensions()).isEmpty();
        assertThatThrownBy(() -> metric.dimensions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"AVERAGE, Average", "MAXIMUM, Maximum", "MINIMUM, Minimum", "SUM, Sum"})
    void namesStatisticsAsCloudWatchDoes(Statistic statistic, String word) {
        assertThat(statistic.word()).isEqualTo(word);
    }
}
