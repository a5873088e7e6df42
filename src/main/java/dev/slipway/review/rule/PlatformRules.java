package dev.slipway.review.rule;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that a platform and its environments choose. */
final class PlatformRules {
    private PlatformRules() {}

    /** One that holds in an environment alone. */
    private record Within(String environment, Rule rule) implements Rule {
        @Override
        public String id() {
            return rule.id();
        }

        @Override
        public Severity severity() {
            return rule.severity();
        }

        @Override
        public String reason() {
            return rule.reason();
        }

        @Override
        public String fix() {
            return rule.fix();
        }

        @Override
        public Stream<Finding> findings(Synthesis synthesis) {
            return rule.findings(synthesis)
                    .filter(finding -> finding.location().environment().equals(Optional.of(environment)));
        }
    }

    static List<Rule> of(Platform platform) {
        Stream<Rule> everywhere = rules(platform.choices());
        Stream<Rule> somewhere = platform.environments().stream().flatMap(PlatformRules::of);
        return Stream.concat(everywhere, somewhere).toList();
    }

    private static Stream<Rule> of(Environment environment) {
        return rules(environment.choices()).map(rule -> new Within(environment.name(), rule));
    }

    private static Stream<Rule> rules(List<Choice> choices) {
        return choices.stream().filter(OwnRules.class::isInstance).flatMap(choice -> ((OwnRules) choice)
                .rules().stream());
    }
}
