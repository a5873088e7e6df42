package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with a platform as a whole. */
public final class PlatformChecks {
    /** A tag of an OCI image: https://github.com/opencontainers/distribution-spec. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private PlatformChecks() {}

    /** All problems of a declaration that need no environment's choices to be seen. */
    public static Stream<Problem> of(Platform platform) {
        return Stream.of(
                        itself(platform),
                        duplicates(platform.services(), "service", Service::name, Service::origin),
                        duplicates(platform.environments(), "environment", Environment::name, Environment::origin),
                        duplicateBranches(platform.environments()),
                        ambiguousNames(platform),
                        ChoiceChecks.duplicates("Platform " + platform.name(), platform.choices()),
                        platform.services().stream().flatMap(ServiceChecks::of),
                        platform.environments().stream().flatMap(EnvironmentChecks::of))
                .flatMap(Function.identity());
    }

    private static Stream<Problem> itself(Platform platform) {
        Stream.Builder<Problem> problems = Stream.builder();
        Origin origin = platform.origin();
        if (!Syntax.isName(platform.name())) {
            problems.add(error(
                    "platform/name",
                    origin,
                    "The name (%s) of the platform must be %s.".formatted(platform.name(), Syntax.NAME_RULE),
                    "rename it in Platform.named(..)."));
        }
        if (!TAG.matcher(platform.release()).matches() || platform.release().equals("latest")) {
            problems.add(error(
                    "platform/release",
                    origin,
                    "The release (%s) of platform %s must be a tag of an image other than latest, which moves."
                            .formatted(platform.release(), platform.name()),
                    "name a version, such as release(\"1.4.0\")."));
        }
        if (platform.services().isEmpty()) {
            problems.add(error(
                    "platform/no-services",
                    origin,
                    "Platform %s has no services (0); it must have at least one.".formatted(platform.name()),
                    "add .services(Service.java(\"order\"))."));
        }
        if (platform.environments().isEmpty()) {
            problems.add(error(
                    "platform/no-environments",
                    origin,
                    "Platform %s has no environments (0); it must have at least one.".formatted(platform.name()),
                    "add .environments(Environment.named(\"dev\"))."));
        }
        return problems.build();
    }

    private static <T> Stream<Problem> duplicates(
            List<T> items, String kind, Function<T, String> name, Function<T, Origin> origin) {
        Set<String> seen = new HashSet<>();
        return items.stream()
                .filter(item -> !seen.add(name.apply(item)))
                .map(item -> error(
                        kind + "/duplicate",
                        origin.apply(item),
                        "The name (%s) of this %s is taken by another; each %s needs a name of its own."
                                .formatted(name.apply(item), kind, kind),
                        "rename one of the two, or remove it."));
    }

    /** Names such as {@code ordering-dev-order} are made of three with hyphens between, and hyphens in them. */
    private static Stream<Problem> ambiguousNames(Platform platform) {
        Map<String, String> owners = new LinkedHashMap<>();
        platform.environments()
                .forEach(environment -> owners.put(environment.name(), "environment " + environment.name()));
        Stream.Builder<Problem> problems = Stream.builder();
        for (Environment environment : platform.environments()) {
            for (Service service : platform.services()) {
                String name = environment.name() + "-" + service.name();
                String owner = "service %s in environment %s".formatted(service.name(), environment.name());
                String other = owners.putIfAbsent(name, owner);
                if (other != null && !other.equals(owner)) {
                    problems.add(error(
                            "environment/ambiguous-name",
                            environment.origin(),
                            "The name (%s) stands for %s and for %s; each needs a name of its own."
                                    .formatted(name, other, owner),
                            "rename one of them."));
                }
            }
        }
        return problems.build();
    }

    private static Stream<Problem> duplicateBranches(List<Environment> environments) {
        Set<String> seen = new HashSet<>();
        return environments.stream()
                .filter(environment ->
                        environment.branch().map(branch -> !seen.add(branch)).orElse(false))
                .map(environment -> error(
                        "environment/branch",
                        environment.origin(),
                        "The branch (%s) of environment %s already delivers to another; a branch delivers to one."
                                .formatted(environment.branch().orElse(""), environment.name()),
                        "give the environment a branch of its own."));
    }
}
