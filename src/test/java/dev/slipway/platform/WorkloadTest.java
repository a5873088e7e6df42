package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadTest {
    static Stream<Arguments> workloads() {
        return Stream.of(
                Arguments.of(new Workload.Server(8080), OptionalInt.of(8080), true),
                Arguments.of(new Workload.Worker(), OptionalInt.empty(), true),
                Arguments.of(new Workload.Scheduled("0 3 * * *"), OptionalInt.empty(), false),
                Arguments.of(new Workload.Once(), OptionalInt.empty(), false));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void listensOnlyAsAServerAndEndsOnlyAsAJob(Workload workload, OptionalInt port, boolean isLongRunning) {
        assertThat(workload.listensOn()).isEqualTo(port);
        assertThat(workload.isLongRunning()).isEqualTo(isLongRunning);
    }
}
