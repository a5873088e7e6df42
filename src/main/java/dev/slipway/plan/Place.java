package dev.slipway.plan;

import dev.slipway.plan.binding.Claim;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An environment of a platform with everything that is decided about it before its needs are bound: what a provider
 * looks around in.
 *
 * @param choices of the environment, else of the platform, else the default; one of each kind
 * @param today for rules about dates alone, where it is known
 */
public record Place(
        Platform platform,
        Environment environment,
        Target target,
        Names names,
        List<Choice> choices,
        Optional<LocalDate> today) {
    public Place {
        choices = List.copyOf(choices);
    }

    /** On no day. */
    public Place(Platform platform, Environment environment, Target target, Names names, List<Choice> choices) {
        this(platform, environment, target, names, choices, Optional.empty());
    }

    /** The choice of a kind, where there is one. */
    public <C> Optional<C> choice(Class<C> type) {
        return choices.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The same place with these choices too, where it has none of their kind. */
    Place and(List<? extends Choice> more) {
        Map<Class<?>, Choice> all = new LinkedHashMap<>();
        Stream.concat(choices.stream(), more.stream()).forEach(choice -> all.putIfAbsent(choice.kind(), choice));
        return new Place(platform, environment, target, names, List.copyOf(all.values()), today);
    }

    /** Whether the cluster is on AWS; without a cluster, that is what is supposed. */
    public boolean isOnAws() {
        return choice(Cluster.class).map(Cluster::isOnAws).orElse(true);
    }

    /** The name of the cluster. */
    public String clusterName() {
        return choice(Cluster.class).map(cluster -> cluster.name(this)).orElseGet(names::environmentWide);
    }

    /** The size of every service here: small, unless somebody chose another. */
    public Sizing sizing() {
        return choice(Sizing.class).orElse(Sizing.SMALL);
    }

    /** All needs of one family, in the order of declaration. */
    public <N extends Need> List<Claim<N>> claims(Class<N> family) {
        return platform.services().stream()
                .flatMap(service -> service.needs(family).stream().map(need -> new Claim<>(service, need)))
                .toList();
    }

    /** Who meets a need here; nobody where that is a problem of the plan's. */
    public Optional<Provider<?>> providerOf(Need need) {
        return Planner.providers(this, need).findFirst();
    }

    /** The services that have a need of a family, each once. */
    public <N extends Need> List<Service> servicesWith(Class<N> family) {
        return platform.services().stream()
                .filter(service -> !service.needs(family).isEmpty())
                .toList();
    }

    public Optional<Service> service(String name) {
        return platform.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst();
    }

    /** An ARN in the account and region of the place: {@code arn("kafka", "cluster/ordering-dev/*")}. */
    public String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(target.partition(), service, target.region(), target.account(), resource);
    }

    /** The ARN of a role, which has no region. */
    public String roleArn(String role) {
        return "arn:%s:iam::%s:role/%s".formatted(target.partition(), target.account(), role);
    }
}
