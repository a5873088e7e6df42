package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Target;
import java.util.stream.Stream;

/** What can be wrong with one environment. */
final class EnvironmentChecks {
    /** Stage beside the environments that holds what they share. */
    private static final String RESERVED = "shared";

    private EnvironmentChecks() {}

    static Stream<Problem> of(Environment environment) {
        return Stream.of(
                        names(environment),
                        environment.target().stream().flatMap(target -> target(environment, target)),
                        ChoiceChecks.duplicates("Environment " + environment.name(), environment.choices()))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> names(Environment environment) {
        Stream.Builder<Problem> problems = Stream.builder();
        String name = environment.name();
        if (!Syntax.isName(name) || name.equals(RESERVED)) {
            problems.add(error(
                    "environment/name",
                    environment.origin(),
                    "The name (%s) of an environment must be %s, and not %s, which holds what environments share."
                            .formatted(name, Syntax.NAME_RULE, RESERVED),
                    "rename the environment."));
        }
        environment
                .namespace()
                .filter(namespace -> !Syntax.isDnsLabel(namespace))
                .ifPresent(namespace -> problems.add(error(
                        "environment/namespace",
                        environment.origin(),
                        "The namespace (%s) of environment %s must be %s."
                                .formatted(namespace, name, Syntax.DNS_LABEL_RULE),
                        "rename the namespace.")));
        environment
                .hosts()
                .filter(hosts -> !Syntax.isHost(hosts.pattern().replace("<service>", "service")))
                .ifPresent(hosts -> problems.add(error(
                        "environment/host",
                        environment.origin(),
                        "The host (%s) of environment %s must be a full host name in lower case, without scheme or path."
                                .formatted(hosts.pattern(), name),
                        "write it as host(\"%s.shop.example.com\").".formatted(name))));
        return problems.build();
    }

    private static Stream<Problem> target(Environment environment, Target target) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!Syntax.isAccount(target.account())) {
            problems.add(error(
                    "environment/account",
                    environment.origin(),
                    "The account (%s) of environment %s must be 12 digits."
                            .formatted(target.account(), environment.name()),
                    "copy it from aws sts get-caller-identity."));
        }
        if (!Syntax.isRegion(target.region())) {
            problems.add(error(
                    "environment/region",
                    environment.origin(),
                    "The region (%s) of environment %s must be the code of an AWS region."
                            .formatted(target.region(), environment.name()),
                    "name one such as eu-central-1; aws account list-regions prints those of an account."));
        }
        return problems.build();
    }
}
