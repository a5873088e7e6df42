package dev.slipway.testing.assertion;

import dev.slipway.review.network.Route;
import dev.slipway.testing.failure.ShouldBe;
import java.util.Optional;

/**
 * Assertions on a way from outside.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").route("/api/orders").leadsTo("order").isOnHost("shop.example.com");
 * }</pre>
 */
public final class RouteAssert extends SnapshotAssert<RouteAssert, Route> {
    RouteAssert(Route actual, Context context) {
        super(actual, RouteAssert.class, context);
    }

    /** Whether it leads to a Service. */
    public RouteAssert leadsTo(String service) {
        return check(
                actual.service().equals(service),
                () -> ShouldBe.shouldBe(owner(), "the service", service, actual.service(), declared()));
    }

    public RouteAssert isOnHost(String host) {
        return check(
                actual.host().equals(host),
                () -> ShouldBe.shouldBe(owner(), "the host", host, actual.host(), declared()));
    }

    /** The Ingress or HTTPRoute that it stands in. */
    public ManifestAssert manifest() {
        return next(new ManifestAssert(actual.manifest(), context()));
    }

    private String owner() {
        return "route %s of %s".formatted(actual.path(), actual.manifest());
    }

    private Optional<String> declared() {
        return context().origins().of(actual.manifest());
    }
}
