package dev.slipway.platform;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * The whole of what a team runs: its services, its environments, and what holds for all of them.
 *
 * <pre>{@code
 * Platform.named("ordering").services(order, payment).environments(dev, prod)
 * }</pre>
 *
 * @param name a DNS label; first part of the name of everything that is shared in an account or cluster
 * @param release the version of the images that are built from this repository: their tag
 * @param choices what holds for every environment that does not choose otherwise, and for what environments share
 * @param acceptances findings that are as they should be, wherever they arise
 */
@Declares
public record Platform(
        String name,
        String release,
        List<Service> services,
        List<Environment> environments,
        List<Choice> choices,
        List<Acceptance> acceptances,
        Origin origin) {
    /** The tag of images until the model or the pipeline names a release. */
    public static final String UNRELEASED = "0.0.0";

    public Platform {
        requireNonNull(name, "name");
        requireNonNull(release, "release");
        services = List.copyOf(services);
        environments = List.copyOf(environments);
        choices = List.copyOf(choices);
        acceptances = List.copyOf(acceptances);
    }

    public static Platform named(String name) {
        return new Platform(name, UNRELEASED, List.of(), List.of(), List.of(), List.of(), Origin.here());
    }

    /** The version of the images built from this repository: {@code release("1.4.0")}. */
    public Platform release(String newRelease) {
        return new Platform(name, newRelease, services, environments, choices, acceptances, origin);
    }

    /** Adds services. */
    public Platform services(Service... more) {
        List<Service> all = Stream.concat(services.stream(), Stream.of(more)).toList();
        return new Platform(name, release, all, environments, choices, acceptances, origin);
    }

    /** Adds environments. */
    public Platform environments(Environment... more) {
        List<Environment> all =
                Stream.concat(environments.stream(), Stream.of(more)).toList();
        return new Platform(name, release, services, all, choices, acceptances, origin);
    }

    /** Adds choices that hold for every environment that does not choose otherwise. */
    public Platform with(Choice... more) {
        List<Choice> all = Stream.concat(choices.stream(), Stream.of(more)).toList();
        return new Platform(name, release, services, environments, all, acceptances, origin);
    }

    /** Takes the findings of a rule as they are, wherever they arise, with the reason: see {@link Acceptance}. */
    public Platform accepts(String rule, String reason) {
        List<Acceptance> all = Stream.concat(
                        acceptances.stream(), Stream.of(new Acceptance(rule, reason, Origin.here())))
                .toList();
        return new Platform(name, release, services, environments, choices, all, origin);
    }
}
