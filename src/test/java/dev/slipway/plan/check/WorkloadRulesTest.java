package dev.slipway.plan.check;

import static dev.slipway.plan.check.RuleCase.ofService;
import static dev.slipway.platform.Workload.Scheduled.at;

import dev.slipway.platform.Service;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadRulesTest {
    private static final Service ORDER = Service.java("order");
    private static final String NIGHT = "0 3 * * *";

    static Stream<RuleCase> cases() {
        return Stream.of(
                ofService(
                        "service/alive-port",
                        "The port (80) on which worker order shows that it is alive must be 1024 to 65535: its container does not run as root.",
                        "write it as aliveOn(8081).",
                        ORDER.aliveOn(80),
                        ORDER.aliveOn(1024)),
                ofService(
                        "service/alive-command",
                        "The command () by which worker order shows that it is alive must be a program and its arguments, none of them blank.",
                        "write it as aliveBy(\"/app/alive\").",
                        ORDER.aliveBy(),
                        ORDER.aliveBy("/app/alive")),
                ofService(
                        "service/alive-command",
                        "The command (/app/alive  ) by which worker order shows that it is alive must be a program and its arguments, none of them blank.",
                        "write it as aliveBy(\"/app/alive\").",
                        ORDER.aliveBy("/app/alive", " "),
                        ORDER.aliveBy("/app/alive", "-q")),
                ofService(
                        "service/limit",
                        "The time (PT29S) within which job order must end must be 30 seconds to 7 days.",
                        "write it as within(Duration.ofHours(1)) or once(Duration.ofHours(1)).",
                        ORDER.once(Duration.ofSeconds(29)),
                        ORDER.once(Duration.ofSeconds(30)),
                        ORDER.once(Duration.ofDays(7))),
                ofService(
                        "service/limit",
                        "The time (PT168H0.001S) within which job order must end must be 30 seconds to 7 days.",
                        "write it as within(Duration.ofHours(1)) or once(Duration.ofHours(1)).",
                        ORDER.scheduled(at(NIGHT).within(Duration.ofDays(7).plusMillis(1))),
                        ORDER.scheduled(at(NIGHT).within(Duration.ofDays(7)))),
                ofService(
                        "service/time-zone",
                        "The time zone (Europe/Berln) of scheduled service order must be a name of the IANA's database.",
                        "did you mean in(\"Europe/Berlin\")?",
                        ORDER.scheduled(at(NIGHT).in("Europe/Berln")),
                        ORDER.scheduled(at(NIGHT).in("Europe/Berlin"))),
                ofService(
                        "service/time-zone",
                        "The time zone (CEST in Berlin) of scheduled service order must be a name of the IANA's database.",
                        "write it as in(\"Europe/Berlin\").",
                        ORDER.scheduled(at(NIGHT).in("CEST in Berlin")),
                        ORDER.scheduled(at(NIGHT))),
                ofService(
                        "service/scratch",
                        "The scratch space (15 MiB) of service order must be 16 to 20480 MiB: it is on the node's own disk.",
                        "write it as scratch(256), or declare a volume.",
                        ORDER.scratch(15),
                        ORDER.scratch(16),
                        ORDER.scratch(20_480)),
                ofService(
                        "service/scratch",
                        "The scratch space (20481 MiB) of service order must be 16 to 20480 MiB: it is on the node's own disk.",
                        "write it as scratch(256), or declare a volume.",
                        ORDER.scratch(20_481),
                        ORDER));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rules(RuleCase rule) {
        rule.verify();
    }
}
