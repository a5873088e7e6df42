package dev.slipway.capability.streaming.lag;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addons;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with scaling on lag in an environment. */
record LagChecks(LagScaling scaling, Place place) {
    /** The name of the add-on. */
    private static final String KEDA = "keda";

    Stream<Problem> all() {
        List<Service> scaled =
                place.platform().services().stream().filter(scaling::scales).toList();
        Optional<Autoscaling> bounds = place.choice(Autoscaling.class);
        return Stream.of(
                        threshold(),
                        bounds.isEmpty() ? withoutBounds() : partitions(scaled, bounds.get()),
                        scaled.isEmpty() ? withoutConsumer() : Stream.concat(withoutView(), withoutKeda()))
                .flatMap(problems -> problems);
    }

    private String environment() {
        return place.environment().name();
    }

    private Stream<Problem> threshold() {
        return scaling.events() > 0
                ? Stream.empty()
                : Stream.of(error(
                        "streaming/lag-events",
                        scaling.origin(),
                        "The unread events (%s) that a replica may have in environment %s must be 1 or more."
                                .formatted(scaling.events(), environment()),
                        "write it as scaledOnLag(%s).".formatted(LagScaling.DEFAULT_EVENTS)));
    }

    private Stream<Problem> withoutBounds() {
        return Stream.of(error(
                "streaming/lag-bounds",
                scaling.origin(),
                "Environment %s scales on lag without bounds (0); it must say between how many replicas."
                        .formatted(environment()),
                "choose autoscale(2, 6) beside it."));
    }

    /** The largest topic decides: how the partitions of several are shared is up to the consumer. */
    private Stream<Problem> partitions(List<Service> scaled, Autoscaling bounds) {
        return scaled.stream().flatMap(service -> {
            int most = service.needs(Consumes.class).stream()
                    .mapToInt(consumes -> consumes.topic().partitions())
                    .max()
                    .orElse(0);
            return bounds.max() <= most
                    ? Stream.empty()
                    : Stream.of(error(
                            "streaming/lag-partitions",
                            scaling.origin(),
                            "The maximum (%s) of replicas in environment %s is above the partitions (%s) of any topic that service %s consumes; those beyond would have nothing to read."
                                    .formatted(bounds.max(), environment(), most, service.name()),
                            "choose autoscale(%s, %s), or declare the topic with partitions(%s)."
                                    .formatted(Math.min(bounds.min(), most), most, bounds.max())));
        });
    }

    private Stream<Problem> withoutConsumer() {
        return Stream.of(warning(
                "streaming/lag-unused",
                scaling.origin(),
                "Environment %s scales on lag, but no service that runs on (0) consumes a topic."
                        .formatted(environment()),
                "remove scaledOnLag(..)."));
    }

    private Stream<Problem> withoutView() {
        return new Lags(place).provider().isPresent()
                ? Stream.empty()
                : Stream.of(error(
                        "streaming/lag-hidden",
                        scaling.origin(),
                        "The lag (of %s and others) in environment %s cannot be read: the provider of its topics must show it."
                                .formatted(firstScaled(), environment()),
                        "remove scaledOnLag(..), or choose another provider, such as provisionedMsk()."));
    }

    private Stream<Problem> withoutKeda() {
        return Addons.has(place, KEDA)
                ? Stream.empty()
                : Stream.of(error(
                        "streaming/lag-keda",
                        scaling.origin(),
                        "Environment %s scales on lag without the add-on that does it (%s); it must be in the cluster."
                                .formatted(environment(), KEDA),
                        "choose keda() as well, or preinstalled(keda()) where somebody else installs it."));
    }

    private String firstScaled() {
        return place.platform().services().stream()
                .filter(scaling::scales)
                .map(Service::name)
                .findFirst()
                .orElse("");
    }
}
