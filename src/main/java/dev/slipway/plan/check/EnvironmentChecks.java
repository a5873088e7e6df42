package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with one environment. */
final class EnvironmentChecks {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-[1-9]");

    /** Stage beside the environments that holds what they share. */
    private static final String RESERVED = "shared";

    private EnvironmentChecks() {}

    static Stream<Problem> of(Environment environment) {
        return Stream.of(
                        names(environment),
                        environment.target().stream().flatMap(target -> target(environment, target)),
                        choices(environment),
                        numbers(environment))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> names(Environment environment) {
        Stream.Builder<Problem> problems = Stream.builder();
        String name = environment.name();
        if (!Syntax.isDnsLabel(name) || name.equals(RESERVED)) {
            problems.add(error(
                    "environment/name",
                    environment.origin(),
                    "The name (%s) of an environment must be %s, and not %s, which holds what environments share."
                            .formatted(name, Syntax.DNS_LABEL_RULE, RESERVED),
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
        if (!ACCOUNT.matcher(target.account()).matches()) {
            problems.add(error(
                    "environment/account",
                    environment.origin(),
                    "The account (%s) of environment %s must be 12 digits."
                            .formatted(target.account(), environment.name()),
                    "copy it from aws sts get-caller-identity."));
        }
        if (!REGION.matcher(target.region()).matches()) {
            problems.add(error(
                    "environment/region",
                    environment.origin(),
                    "The region (%s) of environment %s must be the code of an AWS region."
                            .formatted(target.region(), environment.name()),
                    "name one such as eu-central-1; aws account list-regions prints those of an account."));
        }
        return problems.build();
    }

    private static Stream<Problem> choices(Environment environment) {
        Map<Class<?>, Choice> first = new LinkedHashMap<>();
        Stream.Builder<Problem> problems = Stream.builder();
        for (Choice choice : environment.choices()) {
            Choice earlier = first.putIfAbsent(choice.kind(), choice);
            if (earlier != null) {
                problems.add(error(
                        "choice/duplicate",
                        choice.origin(),
                        "Environment %s chooses two of one kind (%s and %s, both %s); it must choose one."
                                .formatted(
                                        environment.name(),
                                        name(earlier),
                                        name(choice),
                                        choice.kind().getSimpleName()),
                        "remove one of the two."));
            }
        }
        return problems.build();
    }

    private static Stream<Problem> numbers(Environment environment) {
        Stream.Builder<Problem> problems = Stream.builder();
        Sizing sizing = chosen(environment, Sizing.class, Sizing.SMALL);
        Autoscaling none = new Autoscaling(sizing.replicas(), sizing.replicas(), 1, 1, environment.origin());
        Autoscaling scaling = chosen(environment, Autoscaling.class, none);
        String name = environment.name();
        if (sizing.replicas() < 1) {
            problems.add(error(
                    "sizing/replicas",
                    environment.origin(),
                    "The replicas (%s) in environment %s must be 1 or more.".formatted(sizing.replicas(), name),
                    "choose a sizing with replicas(1)."));
        }
        if (exceeds(sizing)) {
            problems.add(error(
                    "sizing/limits",
                    environment.origin(),
                    "The requests (%sm CPU, %sMi) in environment %s must be positive and within the limits (%sm, %sMi)."
                            .formatted(
                                    sizing.requests().milliCpu(),
                                    sizing.requests().mebibytes(),
                                    name,
                                    sizing.limits().milliCpu(),
                                    sizing.limits().mebibytes()),
                    "raise the limits or lower the requests."));
        }
        if (scaling.min() < 1 || scaling.max() < scaling.min()) {
            problems.add(error(
                    "autoscaling/bounds",
                    scaling.origin(),
                    "The bounds (%s to %s) of autoscaling in environment %s must be 1 or more, the lower first."
                            .formatted(scaling.min(), scaling.max(), name),
                    "write them as autoscale(2, 5)."));
        } else if (sizing.replicas() >= 1 && sizing.replicas() > scaling.max()) {
            problems.add(error(
                    "autoscaling/replicas",
                    scaling.origin(),
                    "The replicas (%s) in environment %s must not be above the maximum (%s) of its autoscaling."
                            .formatted(sizing.replicas(), name, scaling.max()),
                    "raise the maximum or choose a smaller sizing."));
        }
        if (!isPercent(scaling.cpuPercent()) || !isPercent(scaling.memoryPercent())) {
            problems.add(error(
                    "autoscaling/targets",
                    scaling.origin(),
                    "The targets (%s %% CPU, %s %% memory) of autoscaling in environment %s must be 1 to 100 percent."
                            .formatted(scaling.cpuPercent(), scaling.memoryPercent(), name),
                    "write them as targets(70, 85)."));
        }
        return problems.build();
    }

    private static boolean exceeds(Sizing sizing) {
        return sizing.requests().milliCpu() < 1
                || sizing.requests().mebibytes() < 1
                || sizing.requests().milliCpu() > sizing.limits().milliCpu()
                || sizing.requests().mebibytes() > sizing.limits().mebibytes();
    }

    private static boolean isPercent(int number) {
        return number >= 1 && number <= 100;
    }

    private static <C extends Choice> C chosen(Environment environment, Class<C> type, C otherwise) {
        return environment.choices().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(otherwise);
    }

    private static String name(Choice choice) {
        return choice.getClass().getSimpleName();
    }
}
