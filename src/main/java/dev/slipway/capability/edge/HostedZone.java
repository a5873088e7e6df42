package dev.slipway.capability.edge;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The zone in Route 53 in which the hosts of an environment lie. It exists already, as whoever owns the domain has to
 * point there.
 *
 * <p>Stack {@code edge} gets a certificate for the hosts, proved through the zone, which the load balancer finds by its
 * hosts; and the EKS add-on external-dns, which makes their records once the load balancer has an address, and may change
 * no others. In a cluster of somebody else's it gets the role alone, for what runs there as service account
 * {@code external-dns} in the namespace of the same name. What stands in the zone and was not made by it is left alone.
 *
 * <pre>{@code
 * Environment.named("prod").host("<service>.example.com").with(hostedZone("example.com").id("Z0123456789ABC").wildcard())
 * }</pre>
 *
 * @param id as Route 53 names it; Slipway looks nothing up, so it has to be given
 * @param isWildcard whether the certificate is for every host beside those of the environment
 */
@Declares
public record HostedZone(String domain, Optional<String> id, boolean isWildcard, Origin origin)
        implements Planned, ProvisionsOnAws {
    public static HostedZone hostedZone(String domain) {
        return new HostedZone(domain, Optional.empty(), false, Origin.here());
    }

    /** The id of the zone: {@code aws route53 list-hosted-zones-by-name --dns-name example.com}. */
    public HostedZone id(String newId) {
        return new HostedZone(domain, Optional.of(newId), isWildcard, origin);
    }

    /** One name in the certificate for all hosts beside each other, such as {@code *.example.com}. */
    public HostedZone wildcard() {
        return new HostedZone(domain, id, true, origin);
    }

    @Override
    public Stream<Problem> check(Place place) {
        return HostedZoneChecks.of(this, place);
    }

    /** The hosts of all routed services, each once, sorted. */
    static List<String> hosts(Place place) {
        return place.environment().hosts().stream()
                .flatMap(hosts -> place.servicesWith(Route.class).stream().map(hosts::of))
                .distinct()
                .sorted()
                .toList();
    }

    /** What the certificate is for. */
    List<String> certified(Place place) {
        return hosts(place).stream()
                .map(host -> isWildcard ? "*" + host.substring(host.indexOf('.')) : host)
                .distinct()
                .toList();
    }

    @Override
    public void provision(EnvironmentStage stage) {
        if (!hosts(stage.place()).isEmpty()) {
            CertificateStack.provision(this, stage);
        }
    }
}
