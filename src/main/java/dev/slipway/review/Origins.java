package dev.slipway.review;

import java.util.Optional;

/**
 * Where in the user's program something that was rendered was declared, as far as it is known: {@code
 * OrderingServices.java:61}. A snapshot that was read from files knows none.
 *
 * <pre>{@code
 * synthesis.origins().of(synthesis.manifest("prod", "Deployment", "order"))
 * }</pre>
 */
public interface Origins {
    /** Of what was read from files. */
    Origins NONE = new Origins() {
        @Override
        public Optional<String> of(Manifest manifest) {
            return Optional.empty();
        }

        @Override
        public Optional<String> of(Resource resource) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ofEnvironment(String environment) {
            return Optional.empty();
        }
    };

    Optional<String> of(Manifest manifest);

    Optional<String> of(Resource resource);

    Optional<String> ofEnvironment(String environment);

    /** Of a chart; where nothing is known of it, that of its environment. */
    default Optional<String> of(InstalledChart chart) {
        return ofEnvironment(chart.environment());
    }

    /** Of an environment variable of a service's container; where nothing is known of it, that of the service. */
    default Optional<String> ofVariable(Manifest workload, String variable) {
        return of(workload);
    }
}
