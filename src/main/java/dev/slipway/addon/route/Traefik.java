package dev.slipway.addon.route;

import dev.slipway.addon.Catalogue;
import dev.slipway.capability.edge.Route;
import dev.slipway.capability.edge.incluster.TraefikRoutes;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.ChartChange;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Traefik on the network of every node, on ports 80 and 443: without a load balancer before it. {@code traefikRoutes()} brings
 * it along.
 *
 * <p>It runs as root, which ports below 1024 of a node ask for, and may do nothing of what root may but to bind them.
 *
 * <pre>{@code
 * Environment.named("test").with(traefikRoutes(), traefik().with(value("logs.access.enabled", true)))
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record Traefik(List<ChartChange> changes, Origin origin) implements Addon {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Beside that of the exporter of the nodes' own metrics, which has its usual one. */
    private static final int METRICS = 9101;

    public Traefik {
        changes = List.copyOf(changes);
    }

    public static Traefik traefik() {
        return new Traefik(List.of(), Origin.here());
    }

    /** What goes with the routes of a place. */
    public static Stream<Traefik> impliedBy(Place place) {
        return place.choice(TraefikRoutes.class).isPresent()
                        && !place.claims(Route.class).isEmpty()
                ? Stream.of(traefik())
                : Stream.empty();
    }

    /** With another version or other values of its chart: {@code with(value("logs.access.enabled", true))}. */
    public Traefik with(ChartChange... more) {
        return new Traefik(Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return TraefikRoutes.NAME;
    }

    @Override
    public HelmChart chart(Place place) {
        Map<String, Object> capabilities = new LinkedHashMap<>();
        capabilities.put("drop", List.of("ALL"));
        capabilities.put("add", List.of("NET_BIND_SERVICE"));
        return Catalogue.TRAEFIK
                .chart()
                .value("deployment.kind", "DaemonSet")
                .value("deployment.dnsPolicy", "ClusterFirstWithHostNet")
                .value("hostNetwork", true)
                // a port of a node is free only once the pod before has gone
                .value("updateStrategy.rollingUpdate.maxSurge", 0)
                .value("updateStrategy.rollingUpdate.maxUnavailable", 1)
                .value("ports.web.port", HTTP)
                .value("ports.websecure.port", HTTPS)
                .value("ports.metrics.port", METRICS)
                .value("service.enabled", false)
                .value("ingressClass.name", TraefikRoutes.NAME)
                .value("ingressClass.isDefaultClass", false)
                .value("securityContext.capabilities", capabilities)
                .value("podSecurityContext.runAsNonRoot", false)
                .value("podSecurityContext.runAsUser", 0)
                .value("podSecurityContext.runAsGroup", 0)
                .value("resources.requests.cpu", "100m")
                .value("resources.requests.memory", "128Mi")
                .value("resources.limits.memory", "256Mi")
                .value("global.checkNewVersion", false)
                .value("global.sendAnonymousUsage", false)
                .with(changes);
    }
}
