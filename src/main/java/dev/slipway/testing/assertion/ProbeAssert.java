package dev.slipway.testing.assertion;

import dev.slipway.review.Tree;
import dev.slipway.review.workload.Container;
import dev.slipway.testing.failure.ShouldBe;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Assertions on a probe.
 *
 * <pre>{@code
 * container.readinessProbe().gets("/actuator/health/readiness").onPort(8080).every(Duration.ofSeconds(5));
 * }</pre>
 */
public final class ProbeAssert extends SnapshotAssert<ProbeAssert, Tree> {
    /** Seconds, and times: what Kubernetes takes where a probe does not say it. */
    private static final long PERIOD = 10;

    private static final long FAILURES = 3;

    private final Container container;
    private final String name;
    private final Supplier<Optional<String>> declared;

    ProbeAssert(Container container, String name, Tree probe, Supplier<Optional<String>> declared, Context context) {
        super(probe, ProbeAssert.class, context);
        this.container = container;
        this.name = name;
        this.declared = declared;
    }

    /** Whether it asks for a path over HTTP. */
    public ProbeAssert gets(String path) {
        return has("path", path, actual.at("httpGet.path").text());
    }

    /** Whether it asks on a port, named or by number. */
    public ProbeAssert onPort(int port) {
        String said = Optional.of(actual.at("httpGet.port"))
                .filter(Tree::exists)
                .or(() -> Optional.of(actual.at("tcpSocket.port")))
                .filter(Tree::exists)
                .orElse(actual.at("grpc.port"))
                .text();
        String number = container.port(said).map(String::valueOf).orElse(said);
        return has("port", String.valueOf(port), number);
    }

    /** Whether it asks so often. */
    public ProbeAssert every(Duration period) {
        return has(
                "periodSeconds",
                String.valueOf(period.toSeconds()),
                String.valueOf(actual.get("periodSeconds").number().orElse(PERIOD)));
    }

    /** Whether it gives up after so many failures in a row. */
    public ProbeAssert failsAfter(int failures) {
        return has(
                "failureThreshold",
                String.valueOf(failures),
                String.valueOf(actual.get("failureThreshold").number().orElse(FAILURES)));
    }

    private ProbeAssert has(String what, String expected, String there) {
        return check(
                expected.equals(there),
                () -> ShouldBe.shouldBe("%s of %s".formatted(name, container), what, expected, there, declared.get()));
    }
}
