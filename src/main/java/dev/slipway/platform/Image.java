package dev.slipway.platform;

import static java.util.Objects.requireNonNull;

/**
 * The container image of a service.
 *
 * <pre>{@code
 * Service.java("order").image(builtFrom("services/order"))
 * Service.other("proxy").image(published("docker.io/envoyproxy/envoy:v1.35.0"))
 * }</pre>
 */
public sealed interface Image {
    /** Built from a folder of this repository and pushed to the platform's own registry. */
    record BuiltFrom(String folder) implements Image {
        public BuiltFrom {
            requireNonNull(folder, "folder");
        }
    }

    /** Published by somebody else, with its registry and a tag or digest. */
    record Published(String reference) implements Image {
        public Published {
            requireNonNull(reference, "reference");
        }
    }

    static Image builtFrom(String folder) {
        return new BuiltFrom(folder);
    }

    static Image published(String reference) {
        return new Published(reference);
    }
}
