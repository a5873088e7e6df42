package dev.slipway.platform;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place to run: where it is, under which hosts it answers, and what it chooses.
 *
 * <pre>{@code
 * Environment.named("prod").production().branch("main").host("shop.example.com")
 *     .with(eksAutoMode(), provisionedMsk().brokers(3), rdsPostgres(), LARGE, autoscale(3, 10))
 * }</pre>
 *
 * @param branch the Git branch that is delivered here
 * @param namespace the Kubernetes namespace; by default {@code <platform>-<environment>}, in production {@code <platform>}
 * @param target account and region, where the model fixes them
 * @param acceptances findings about it that are as they should be
 */
@Declares
public record Environment(
        String name,
        boolean isProduction,
        Optional<String> branch,
        Optional<Hosts> hosts,
        Optional<String> namespace,
        Optional<Target> target,
        List<Choice> choices,
        List<Acceptance> acceptances,
        Origin origin) {
    public Environment {
        requireNonNull(name, "name");
        choices = List.copyOf(choices);
        acceptances = List.copyOf(acceptances);
    }

    public static Environment named(String name) {
        return new Environment(
                name,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Origin.here());
    }

    /** Real customers depend on it: what holds state is protected, kept and spread over zones. */
    public Environment production() {
        return new Environment(name, true, branch, hosts, namespace, target, choices, acceptances, origin);
    }

    public Environment branch(String newBranch) {
        return new Environment(
                name, isProduction, Optional.of(newBranch), hosts, namespace, target, choices, acceptances, origin);
    }

    /** One host with a path for each route, or with {@code <service>} in it a host for each service. */
    public Environment host(String pattern) {
        return new Environment(
                name,
                isProduction,
                branch,
                Optional.of(new Hosts(pattern)),
                namespace,
                target,
                choices,
                acceptances,
                origin);
    }

    public Environment namespace(String newNamespace) {
        return new Environment(
                name, isProduction, branch, hosts, Optional.of(newNamespace), target, choices, acceptances, origin);
    }

    /** The account, of twelve digits, and the region that it is deployed to. */
    public Environment in(String account, String region) {
        Optional<Target> newTarget = Optional.of(new Target(account, region));
        return new Environment(name, isProduction, branch, hosts, namespace, newTarget, choices, acceptances, origin);
    }

    /** What it chooses, beside what it already does. */
    public Environment with(Choice... more) {
        List<Choice> all = Stream.concat(choices.stream(), Stream.of(more)).toList();
        return new Environment(name, isProduction, branch, hosts, namespace, target, all, acceptances, origin);
    }

    /** Takes the findings of a rule in this environment as they are, with the reason: see {@link Acceptance}. */
    public Environment accepts(String rule, String reason) {
        List<Acceptance> all = Stream.concat(
                        acceptances.stream(), Stream.of(new Acceptance(rule, reason, Origin.here())))
                .toList();
        return new Environment(name, isProduction, branch, hosts, namespace, target, choices, all, origin);
    }
}
