package dev.slipway.review.finding;

import dev.slipway.platform.Origin;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import java.util.Optional;

/**
 * Where a finding is: in which part of the platform, in which file of the output, and in which line of the user's program
 * that part was declared.
 *
 * @param environment or shared stage: {@code dev}
 * @param service the service that it belongs to, where it is one's own
 * @param file of the output: {@code dist/dev/order.k8s.yaml}
 * @param origin where the service, else the environment was declared, once somebody has looked it up
 */
public record Location(
        Optional<String> environment, Optional<String> service, Optional<String> file, Optional<Origin> origin) {
    /** Nobody knows. */
    public static final Location UNKNOWN =
            new Location(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** That of a Kubernetes object; the file of a service belongs to the service. */
    public static Location of(Manifest manifest) {
        return new Location(
                Optional.of(manifest.environment()),
                Optional.of(manifest.file()),
                Optional.of("%s/%s/%s.k8s.yaml".formatted(Synthesis.DIST, manifest.environment(), manifest.file())),
                Optional.empty());
    }

    /** That of a stack and what is in it. */
    public static Location of(Template template) {
        return new Location(
                Optional.of(template.stage()),
                Optional.empty(),
                Optional.of(template.file()).filter(file -> !file.isEmpty()),
                Optional.empty());
    }

    /** The same, of a service. */
    public Location ofService(String name) {
        return new Location(environment, Optional.of(name), file, origin);
    }

    /** The same, declared there. */
    public Location declaredAt(Origin place) {
        return new Location(environment, service, file, Optional.of(place));
    }
}
