package dev.slipway.testing;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries a provider the way every provider of Slipway is tried: in a small environment and in a large one for production,
 * it must synthesize without a finding, bind only to what the output contains, render the same twice, and add nothing
 * where nobody asks for it.
 *
 * <pre>{@code
 * ProviderKit.of(sqs()).beside(vpc(), eksAutoMode()).needs(queue("orders")).verify();
 * ProviderKit.of(sqs().retention(Duration.ZERO)).beside(vpc(), eksAutoMode()).needs(queue("orders")).refuses("queues/retention");
 * }</pre>
 *
 * @param provider the choice that is tried
 * @param others what stands beside it in each environment: a cluster at the least
 * @param services who needs what
 */
public record ProviderKit(Choice provider, List<Choice> others, List<Service> services) {
    private static final int LEAST = 3;
    private static final int MOST = 6;

    public ProviderKit {
        others = List.copyOf(others);
        services = List.copyOf(services);
    }

    /** A kit for a provider, with neither a cluster nor a service yet. */
    public static ProviderKit of(Choice provider) {
        return new ProviderKit(provider, List.of(), List.of());
    }

    /** What else each environment chooses: its cluster, its network, providers of other needs. */
    public ProviderKit beside(Choice... choices) {
        List<Choice> all = new ArrayList<>(others);
        all.addAll(List.of(choices));
        return new ProviderKit(provider, all, services);
    }

    /** Adds a service named {@code asker} with these needs. */
    public ProviderKit needs(Need... needs) {
        return services(Service.java("asker").needs(needs));
    }

    /** Adds services, where a need takes more than one: a topic has a publisher and a consumer. */
    public ProviderKit services(Service... more) {
        List<Service> all = new ArrayList<>(services);
        all.addAll(List.of(more));
        return new ProviderKit(provider, others, all);
    }

    /** The platform that is tried. */
    public Platform platform() {
        return platform(services);
    }

    private Platform platform(List<Service> asking) {
        Choice[] choices = Stream.concat(others.stream(), Stream.of(provider)).toArray(Choice[]::new);
        return Platform.named("kit")
                .services(asking.toArray(Service[]::new))
                .environments(
                        Environment.named("small")
                                .host("small.kit.example.com")
                                .with(choices)
                                .with(Sizing.SMALL),
                        Environment.named("large")
                                .production()
                                .host("kit.example.com")
                                .with(choices)
                                .with(Sizing.LARGE, Autoscaling.autoscale(LEAST, MOST)));
    }

    /**
     * Tries everything.
     *
     * @throws AssertionError with all that is wrong, one line each
     */
    public void verify() {
        Plan plan = Slipway.plan(platform());
        List<String> wrong = new ArrayList<>(plan.problems().stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList());
        if (wrong.isEmpty()) {
            Synthesis synthesis = Slipway.render(plan);
            wrong.addAll(ProviderFindings.of(plan, synthesis));
            if (!synthesis
                    .files()
                    .equals(Slipway.render(Slipway.plan(platform())).files())) {
                wrong.add("Two renderings of one platform differ; a renderer must use nothing but the plan.");
            }
            wrong.addAll(withoutNeeds(synthesis));
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError("Provider %s has %s problem%s:\n%s"
                    .formatted(
                            provider.getClass().getSimpleName(),
                            wrong.size(),
                            wrong.size() == 1 ? "" : "s",
                            String.join("\n", wrong)));
        }
    }

    /** What the provider adds must go when nobody needs it: a stack that holds nothing cannot be deployed. */
    private List<String> withoutNeeds(Synthesis asked) {
        Plan quiet = Slipway.plan(platform(List.of(Service.java("asker"))));
        if (quiet.hasErrors()) {
            return quiet.problems().stream().map(Problem::toString).toList();
        }
        Synthesis unasked = Slipway.render(quiet);
        Stream<String> servers = Stream.of("small", "large")
                .flatMap(environment -> unasked.manifests(environment, "StatefulSet").stream())
                .map(server -> "Server %s runs in namespace %s where nobody asks for anything."
                        .formatted(server.name(), server.namespace()));
        Stream<String> stacks = unasked.templates().stream()
                .filter(template -> template.resources().isEmpty()
                        || asked.templates().stream()
                                .noneMatch(other -> other.path().equals(template.path())))
                .map(template -> "Stack %s holds %s resources where nobody asks for anything."
                        .formatted(template.path(), template.resources().size()));
        return Stream.concat(stacks, servers).toList();
    }

    /**
     * Expects the platform to be refused by a rule, and by no other.
     *
     * @throws AssertionError where it is accepted, or refused for other reasons; the message lists them
     */
    public void refuses(String rule) {
        List<String> rules = Slipway.plan(platform()).problems().stream()
                .filter(Problem::isError)
                .map(Problem::rule)
                .distinct()
                .toList();
        if (!rules.equals(List.of(rule))) {
            throw new AssertionError("The platform must be refused by rule %s alone, and is by %s."
                    .formatted(rule, rules.isEmpty() ? "none" : String.join(", ", rules)));
        }
    }
}
