package dev.slipway.ordering.checks.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.checks.Build;
import dev.slipway.ordering.starter.configuration.Shutdown;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A pod is killed when its grace is over: what a service finishes by then must fit. */
class ShutdownTest {
    private static final Pattern PHASE = Pattern.compile("timeout-per-shutdown-phase: (\\d+)s");

    static List<String> services() {
        return Build.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void takesNoLongerThanThePlatformWaits(String service) {
        Duration given = Duration.ofSeconds(new JsonMapper()
                .readTree(Build.read(Build.contract(service)))
                .path("shutdownSeconds")
                .asInt());

        assertThat(phase().plus(Shutdown.OUTBOX).plus(Shutdown.COPIES)).isLessThanOrEqualTo(given);
    }

    private static Duration phase() {
        Matcher phase = PHASE.matcher(Build.read(Build.classes("starter").resolve("slipway/service.yaml")));
        assertThat(phase.find()).isTrue();
        return Duration.ofSeconds(Long.parseLong(phase.group(1)));
    }
}
