package dev.slipway.render.kubernetes;

import dev.slipway.plan.Place;
import dev.slipway.platform.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels of objects, by Kubernetes' recommended keys. */
public final class Labels {
    public static final String NAME = "app.kubernetes.io/name";
    public static final String PART_OF = "app.kubernetes.io/part-of";
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    public static final String OWNER = "slipway.dev/owner";

    /** An annotation, as a channel's name may start with what a label's value cannot contain. */
    public static final String CHANNEL = "slipway.dev/channel";

    private Labels() {}

    /** Of what an environment has one of. */
    public static Map<String, String> of(Place place) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(PART_OF, place.platform().name());
        labels.put(MANAGED_BY, "slipway");
        return labels;
    }

    /** Of every object of a service, or of something that runs for it. */
    public static Map<String, String> of(Place place, Service service, String application) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(NAME, application);
        labels.putAll(of(place));
        service.owner().ifPresent(owner -> labels.put(OWNER, owner.team()));
        return labels;
    }

    /** What selects the pods of a service or task: never changes, as a selector cannot. */
    public static Map<String, String> selector(Place place, String application) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(NAME, application);
        labels.put(PART_OF, place.platform().name());
        return labels;
    }
}
