package dev.slipway.trace;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.platform.Need;
import dev.slipway.platform.Service;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.Optional;
import java.util.stream.Stream;

/** A need of a service in one environment, who meets it, and what it has become. */
record Bound(Service service, Need need, Provider<?> provider, Binding binding) {
    static Stream<Bound> of(Place place, Service service) {
        return service.needs().stream().flatMap(need -> place.providerOf(need).stream()
                .map(provider -> new Bound(service, need, provider, bind(provider, service, need, place))));
    }

    /** Binding is pure: this is what the plan decided. */
    private static <N extends Need> Binding bind(Provider<N> provider, Service service, Need need, Place place) {
        return provider.bind(new Claim<>(service, provider.meets().cast(need)), place);
    }

    Cause cause() {
        boolean isKnown = need.origin().line() > 0;
        return new Cause(
                "%s: %s".formatted(service.name(), need.describe()), isKnown ? need.origin() : service.origin());
    }

    /** The names by which what it leads to is called: of its topic or bucket. */
    Stream<String> ends() {
        return need.links().stream().map(Link::end).flatMap(end -> end(end).stream());
    }

    private static Optional<String> end(End end) {
        if (end instanceof End.OfTopic topic) {
            return Optional.of(topic.name());
        }
        return end instanceof End.OfStore store ? store.name() : Optional.empty();
    }

    /** The names of the parameters and secrets on AWS that it reads, for itself or in its tasks. */
    Stream<String> reads() {
        return Stream.concat(
                        binding.variables().stream(),
                        binding.tasks().stream().flatMap(task -> task.variables().stream()))
                .map(Variable::source)
                .flatMap(source -> {
                    if (source instanceof Source.FromParameter parameter) {
                        return Stream.of(parameter.parameter().name());
                    }
                    return source instanceof Source.FromSecret secret ? Stream.of(secret.secret()) : Stream.empty();
                });
    }
}
