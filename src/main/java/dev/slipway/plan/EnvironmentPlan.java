package dev.slipway.plan;

import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is decided about one environment. */
public record EnvironmentPlan(Place place, List<ServicePlan> services) {
    public EnvironmentPlan {
        services = List.copyOf(services);
    }

    public Environment environment() {
        return place.environment();
    }

    public String name() {
        return place.environment().name();
    }

    /** Whether it has stacks on AWS, an account and a region. */
    public boolean isOnAws() {
        return place.isOnAws();
    }

    public Names names() {
        return place.names();
    }

    /** The plans of the services that have a need of a family, in the order of declaration. */
    public <N extends Need> List<ServicePlan> servicesWith(Class<N> family) {
        return services.stream()
                .filter(plan -> !plan.service().needs(family).isEmpty())
                .toList();
    }

    /** The Secrets that have to be made in the cluster, each once, in the order of declaration. */
    public List<GeneratedSecret> generatedSecrets() {
        return services.stream()
                .flatMap(plan -> plan.secrets().stream())
                .distinct()
                .toList();
    }

    /** Everyone who reads parameters or secrets on AWS: services, then tasks, in the order of declaration. */
    public List<SecretReader> secretReaders() {
        return Stream.concat(
                        services.stream().map(SecretReader::of),
                        services.stream().flatMap(plan -> plan.tasks().stream()).map(SecretReader::of))
                .flatMap(Optional::stream)
                .toList();
    }
}
