package dev.slipway.review.manifest.kind;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Likely;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fields that a kind of Kubernetes does not have, and lists, maps and values in one another's place. The API server drops the
 * former, or refuses the object, as it is told.
 */
public final class UnknownFields {
    /** What every object may have, also one within another. */
    private static final Set<String> OF_OBJECTS = new TreeSet<>(List.of("apiVersion", "kind", "status"));

    private static final KindFields KINDS = KindFields.load();

    private final Manifest object;
    private final List<Finding> found = new ArrayList<>();

    private UnknownFields(Manifest object) {
        this.object = object;
    }

    /** Nothing for a kind that is not Kubernetes' own. */
    public static List<Finding> findings(Manifest object) {
        UnknownFields fields = new UnknownFields(object);
        KINDS.type(object.tree().get("apiVersion").text(), object.kind())
                .ifPresent(type -> fields.ofType("", type, object.tree()));
        return fields.found;
    }

    private void ofType(String path, String type, Tree tree) {
        Map<String, Tree> known = KINDS.fields(type);
        boolean isObject = type.startsWith("Kube");
        tree.fields().forEach((name, value) -> {
            Tree holds = known.getOrDefault(name, Tree.NOTHING);
            String below = path.isEmpty() ? name : path + "." + name;
            if (holds.exists()) {
                of(below, holds.text(), value);
            } else if (!isObject || !OF_OBJECTS.contains(name)) {
                say(
                        below,
                        "must be a field of %s in Kubernetes %s, which has %s."
                                .formatted(shown(type), KindFields.VERSION, Likely.of(name, known.keySet())));
            }
        });
    }

    private void of(String path, String holds, Tree value) {
        if (holds.isEmpty() || !value.exists()) {
            return;
        }
        boolean isList = holds.startsWith("[");
        boolean isMap = holds.startsWith("{");
        String type = isList || isMap ? holds.substring(1, holds.length() - 1) : holds;
        if (isList ? !value.isList() : !value.isObject()) {
            say(
                    path,
                    "must be %s%s."
                            .formatted(isList ? "a list" : "an object", type.isEmpty() ? "" : " of " + shown(type)));
        } else if (!type.isEmpty()) {
            if (isList) {
                List<Tree> items = value.items();
                for (int i = 0; i < items.size(); i++) {
                    of(path + "." + i, type, items.get(i));
                }
            } else if (isMap) {
                value.fields().forEach((key, item) -> of(path + "." + key, type, item));
            } else {
                ofType(path, type, value);
            }
        }
    }

    /** {@code KubeDeploymentProps} is what cdk8s calls a Deployment. */
    private static String shown(String type) {
        return type.replaceAll("^Kube|Props$", "");
    }

    private void say(String path, String what) {
        found.add(Finding.about(object, path, what).by("kubernetes/field"));
    }
}
