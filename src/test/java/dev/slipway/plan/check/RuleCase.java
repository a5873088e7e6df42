package dev.slipway.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule with a platform that breaks it, what is said then, and platforms that only just do not.
 *
 * @param at what the problem points at
 */
record RuleCase(String rule, String what, String fix, Platform broken, Origin at, List<Platform> nearMisses) {
    private static final Service ORDER = Service.java("order");
    private static final Environment DEV = Environment.named("dev");

    static RuleCase ofService(String rule, String what, String fix, Service broken, Service... nearMisses) {
        return new RuleCase(
                rule,
                what,
                fix,
                running(broken),
                broken.origin(),
                Stream.of(nearMisses).map(RuleCase::running).toList());
    }

    static RuleCase ofEnvironment(String rule, String what, String fix, Environment broken, Environment... nearMisses) {
        return new RuleCase(
                rule,
                what,
                fix,
                in(broken),
                broken.origin(),
                Stream.of(nearMisses).map(RuleCase::in).toList());
    }

    static RuleCase ofPlatform(
            String rule, String what, String fix, Platform broken, Origin at, Platform... nearMisses) {
        return new RuleCase(rule, what, fix, broken, at, List.of(nearMisses));
    }

    static Platform running(Service... services) {
        return Platform.named("shop").services(services).environments(DEV);
    }

    static Platform in(Environment... environments) {
        return Platform.named("shop").services(ORDER).environments(environments);
    }

    void verify() {
        List<Problem> problems = PlatformChecks.of(broken).toList();
        assertThat(problems).containsExactly(Problem.error(rule, at, what, fix));
        assertThat(problems.get(0).origin()).hasToString(at.toString());
        assertThat(nearMisses).as("near misses of " + rule).isNotEmpty();
        nearMisses.forEach(nearMiss -> assertThat(PlatformChecks.of(nearMiss))
                .as("near miss %s", nearMiss)
                .isEmpty());
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
