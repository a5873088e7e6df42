package dev.slipway.capability.edge;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.stream.Stream;

/**
 * AWS WAF before the load balancer of an environment: refuses what AWS knows to be attacks, and addresses that ask too
 * often.
 *
 * <p>Stack {@code edge} gets it under a planned name, by which EKS Auto Mode finds it for the Ingresses.
 *
 * <pre>{@code
 * Environment.named("prod").with(webFirewall().requestsPerFiveMinutes(5000))
 * }</pre>
 *
 * @param rate requests that one address may send in five minutes; by default {@value #DEFAULT_RATE}
 * @param isCounting whether it only counts what it would refuse
 */
@Declares
public record WebFirewall(int rate, boolean isCounting, Origin origin) implements Planned, ProvisionsOnAws {
    /** Seven a second: more than a person with a browser, and less than a tool that tries passwords. */
    public static final int DEFAULT_RATE = 2000;

    /** https://docs.aws.amazon.com/waf/latest/developerguide/limits.html. */
    private static final int LEAST_RATE = 10;

    private static final int MOST_RATE = 2_000_000_000;

    public static WebFirewall webFirewall() {
        return new WebFirewall(DEFAULT_RATE, false, Origin.here());
    }

    /** How many requests one address may send in five minutes. */
    public WebFirewall requestsPerFiveMinutes(int requests) {
        return new WebFirewall(requests, isCounting, origin);
    }

    /** Refuses nothing, and counts what it would refuse: for a first look at real traffic. */
    public WebFirewall counting() {
        return new WebFirewall(rate, true, origin);
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> routes = place.claims(Route.class).isEmpty()
                ? Stream.of(error(
                        "edge/firewall-without-routes",
                        origin,
                        "Environment %s has a web firewall and no routes (0) that it could stand before; there must be one."
                                .formatted(place.environment().name()),
                        "add a route such as route(\"/api\") to a service, or leave out webFirewall()."))
                : Stream.empty();
        Stream<Problem> rates = rate >= LEAST_RATE && rate <= MOST_RATE
                ? Stream.empty()
                : Stream.of(error(
                        "edge/firewall-rate",
                        origin,
                        "The requests (%s) that one address may send in five minutes must be %s to %s."
                                .formatted(rate, LEAST_RATE, MOST_RATE),
                        "write it as webFirewall().requestsPerFiveMinutes(%s).".formatted(DEFAULT_RATE)));
        return Stream.concat(routes, rates);
    }

    /** Known to both planes. */
    static String nameOf(Names names) {
        return names.environmentWide();
    }

    @Override
    public void provision(EnvironmentStage stage) {
        new FirewallStack(stage.stack(CertificateStack.CONCERN)).add(this);
    }
}
