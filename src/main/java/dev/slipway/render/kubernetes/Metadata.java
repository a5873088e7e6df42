package dev.slipway.render.kubernetes;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.Place;
import dev.slipway.platform.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cdk8s.plus34.k8s.ObjectMeta;

/** The metadata of every object. */
public final class Metadata {
    private Metadata() {}

    /** Metadata of an object of a service, in the environment's namespace. */
    public static ObjectMeta of(Place place, Service service, String name) {
        return of(place, service, service.name(), name, Map.of());
    }

    /**
     * Metadata of an object of a service, or of something that runs for it, with annotations beside those that every
     * object of it has.
     *
     * @param application what the object belongs to, as its selectors name it
     */
    public static ObjectMeta of(
            Place place, Service service, String application, String name, Map<String, String> more) {
        Map<String, String> annotations = annotations(service.owner());
        annotations.putAll(more);
        return ObjectMeta.builder()
                .name(name)
                .namespace(place.names().namespace())
                .labels(Labels.of(place, service, application))
                .annotations(annotations)
                .build();
    }

    /** Metadata of an object that services share, in the environment's namespace. */
    public static ObjectMeta shared(Place place, String name) {
        return ObjectMeta.builder()
                .name(name)
                .namespace(place.names().namespace())
                .labels(Labels.of(place))
                .build();
    }

    /** The same of an object of an application that services share, as selectors name it. */
    public static ObjectMeta shared(Place place, String application, String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Labels.NAME, application);
        labels.putAll(Labels.of(place));
        return ObjectMeta.builder()
                .name(name)
                .namespace(place.names().namespace())
                .labels(labels)
                .build();
    }

    /** Metadata of an object that belongs to no namespace. */
    public static ObjectMeta clusterWide(Place place, String name) {
        return ObjectMeta.builder().name(name).labels(Labels.of(place)).build();
    }

    /** The name that every object of ours has. */
    static String nameOf(ObjectMeta metadata) {
        return requireNonNull(metadata.getName(), "name");
    }

    private static Map<String, String> annotations(Optional<Service.Owner> owner) {
        Map<String, String> annotations = new LinkedHashMap<>();
        owner.ifPresent(o -> annotations.put(Labels.CHANNEL, o.channel()));
        return annotations;
    }
}
