package dev.slipway.workload.space;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the pods of a namespace use at most, read from the objects that make them: whoever adds some is counted.
 *
 * @param pods as many as there are at a time
 * @param requests of their containers together
 * @param limits of their containers together
 * @param largest limits of any one container
 */
record Footprint(long pods, Amount requests, Amount limits, Amount largest) {
    static final Footprint NONE = new Footprint(0, Amount.NONE, Amount.NONE, Amount.NONE);

    /** Of the objects of a namespace among others. */
    static Footprint of(String namespace, List<?> objects) {
        Scales scales = Scales.of(objects);
        return objects.stream()
                .filter(object -> Fields.text(object, "metadata", "namespace").equals(namespace))
                .map(object -> of(object, scales))
                .reduce(NONE, Footprint::plus);
    }

    private static Footprint of(Object object, Scales scales) {
        Object template = Fields.at(object, "kind").equals("CronJob")
                ? Fields.at(object, "spec", "jobTemplate", "spec", "template", "spec")
                : Fields.at(object, "spec", "template", "spec");
        if (!(template instanceof Map<?, ?>)) {
            return NONE;
        }
        boolean grows = scales.growsUpToItsLimits(object);
        return containers(template)
                .map(container -> of(container, grows))
                .reduce(new Footprint(1, Amount.NONE, Amount.NONE, Amount.NONE), Footprint::plus)
                .times(scales.most(object));
    }

    /** Init containers that run on count like the others; those that end do not run beside them, but may be larger. */
    private static Stream<Object> containers(Object template) {
        return Stream.concat(
                Fields.items(Fields.at(template, "containers")).stream(),
                Fields.items(Fields.at(template, "initContainers")).stream()
                        .filter(container ->
                                Fields.at(container, "restartPolicy").equals("Always")));
    }

    private static Footprint of(Object container, boolean grows) {
        Amount limits = Amount.of(Fields.at(container, "resources", "limits"));
        Amount requests = grows ? limits : Amount.of(Fields.at(container, "resources", "requests"));
        return new Footprint(0, requests, limits, limits);
    }

    private Footprint plus(Footprint other) {
        return new Footprint(
                pods + other.pods,
                requests.plus(other.requests),
                limits.plus(other.limits),
                largest.max(other.largest));
    }

    private Footprint times(long number) {
        return new Footprint(pods * number, requests.times(number), limits.times(number), largest);
    }
}
