package dev.slipway.workload.space;

import dev.slipway.plan.Place;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.operation.NamespaceQuota;
import dev.slipway.platform.operation.NamespaceQuota.Bounds;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdk8s.plus34.k8s.KubeLimitRange;
import org.cdk8s.plus34.k8s.KubeResourceQuota;
import org.cdk8s.plus34.k8s.LimitRangeItem;
import org.cdk8s.plus34.k8s.LimitRangeSpec;
import org.cdk8s.plus34.k8s.Quantity;
import org.cdk8s.plus34.k8s.ResourceQuotaSpec;

/**
 * What all pods of the namespace may use together, and what a container gets that says nothing of it. Whatever is put there
 * by mistake, or scaled without end, stays within what the platform was made for.
 */
public final class Quotas {
    /** With a dot, which no name of a service has. */
    private static final String NAME = "namespace.limits";

    private Quotas() {}

    /** Adds both, once everything else of the environment is there. */
    public static void add(Manifests manifests) {
        List<Object> objects = new ArrayList<>();
        manifests.charts().values().forEach(chart -> objects.addAll(chart.toJson()));
        Footprint footprint = Footprint.of(manifests.namespace(), objects);
        Optional<NamespaceQuota> chosen = manifests.place().choice(NamespaceQuota.class);
        boolean isBounded = chosen.map(quota -> quota.bounds().isPresent()).orElse(true) && footprint.pods() > 0;
        if (isBounded) {
            quota(
                    manifests,
                    chosen.flatMap(NamespaceQuota::bounds).map(Quotas::of).orElse(footprint));
            limitRange(manifests, footprint.largest());
        }
    }

    private static Footprint of(Bounds bounds) {
        return new Footprint(
                bounds.pods(),
                Amount.of(bounds.requests().milliCpu(), bounds.requests().mebibytes()),
                Amount.of(bounds.limits().milliCpu(), bounds.limits().mebibytes()),
                Amount.NONE);
    }

    private static void quota(Manifests manifests, Footprint most) {
        Map<String, Quantity> hard = new LinkedHashMap<>();
        hard.putAll(most.limits().quantities("limits."));
        hard.put("pods", Quantity.fromString(String.valueOf(most.pods())));
        hard.putAll(most.requests().quantities("requests."));
        KubeResourceQuota.Builder.create(manifests.platform(), "ResourceQuota")
                .metadata(Metadata.shared(manifests.place(), NAME))
                .spec(ResourceQuotaSpec.builder().hard(hard).build())
                .build();
    }

    private static void limitRange(Manifests manifests, Amount largest) {
        Place place = manifests.place();
        Sizing sizing = place.sizing();
        KubeLimitRange.Builder.create(manifests.platform(), "LimitRange")
                .metadata(Metadata.shared(place, NAME))
                .spec(LimitRangeSpec.builder()
                        .limits(List.of(LimitRangeItem.builder()
                                .type("Container")
                                .defaultValue(of(sizing.limits()))
                                .defaultRequest(of(sizing.requests()))
                                .max(largest.max(amount(sizing.limits())).quantities(""))
                                .build()))
                        .build())
                .build();
    }

    private static Amount amount(Sizing.Resources resources) {
        return Amount.of(resources.milliCpu(), resources.mebibytes());
    }

    private static Map<String, Quantity> of(Sizing.Resources resources) {
        return amount(resources).quantities("");
    }
}
