package dev.slipway.verify.cluster;

import dev.slipway.review.Tree;
import dev.slipway.review.change.field.KubernetesLists;
import dev.slipway.review.change.field.ListKeys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was declared of an object, held against what there is. Fields that are not declared are the API server's or a
 * controller's, and no difference; what is declared as a list, or as a map of the user's own keys, is declared as a whole.
 */
final class Declared {
    /** Told what differs. */
    @FunctionalInterface
    interface Difference {
        void at(String path, Tree declared, Tree found);
    }

    /** Maps whose keys are the user's, so that one more means something. */
    private static final Set<String> WHOLE =
            Set.of("data", "binaryData", "matchLabels", "selector", "nodeSelector", "hard", "limits");

    /** Declared as empty they mean all, and with a key they do not. */
    private static final Set<String> SELECTORS =
            Set.of("podSelector", "namespaceSelector", "selector", "labelSelector");

    /** Which an API server leaves out where they are false or 0; others have another default, as replicas do. */
    private static final Set<String> OMITTED = Set.of(
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "readOnly",
            "publishNotReadyAddresses",
            "minReadySeconds",
            "paused",
            "stdin",
            "tty",
            "value",
            "globalDefault",
            "optional");

    /** The order of these means something; of other lists without keys, too, as nobody says that it does not. */
    private static final ListKeys KEYS = new KubernetesLists();

    /** By which Stakater's Reloader, an add-on, restarts pods. */
    private static final String RELOADER = "STAKATER_";

    private final Difference difference;
    private int compared;

    private Declared(Difference difference) {
        this.difference = difference;
    }

    /** Compares, and returns how many plain values that took. */
    static int compare(Tree declared, Tree found, Difference difference) {
        Declared comparison = new Declared(difference);
        for (var field : declared.fields().entrySet()) {
            switch (field.getKey()) {
                case "apiVersion", "kind", "status" -> {}
                case "metadata" -> comparison.metadata(field.getValue(), found.get("metadata"));
                default ->
                    comparison.value(field.getKey(), field.getKey(), field.getValue(), found.get(field.getKey()));
            }
        }
        return comparison.compared;
    }

    private void metadata(Tree declared, Tree found) {
        for (String map : List.of("labels", "annotations")) {
            declared.get(map)
                    .fields()
                    .forEach((key, value) -> value(
                            "metadata.%s[%s]".formatted(map, key),
                            key,
                            value,
                            found.get(map).get(key)));
        }
    }

    private void value(String path, String name, Tree declared, Tree found) {
        if (isObject(declared)) {
            object(path, name, declared, found);
        } else if (isList(declared)) {
            list(path, name, declared, found);
        } else {
            compared++;
            boolean isOmitted = !found.exists() && isZero(name, declared);
            if (!isOmitted && !Likeness.areAlike(path, declared, found)) {
                difference.at(path, declared, found);
            }
        }
    }

    private static boolean isZero(String name, Tree declared) {
        String text = declared.text();
        return text.isEmpty() || (OMITTED.contains(name) && (text.equals("false") || text.equals("0")));
    }

    private void object(String path, String name, Tree declared, Tree found) {
        if (declared.fields().isEmpty()) {
            compared++;
            if (SELECTORS.contains(name) && !found.fields().isEmpty()) {
                difference.at(path, declared, found);
            }
            return;
        }
        if (!found.exists()) {
            compared++;
            difference.at(path, declared, found);
            return;
        }
        Set<String> names = new LinkedHashSet<>(declared.fields().keySet());
        if (WHOLE.contains(name)) {
            names.addAll(found.fields().keySet());
        }
        names.forEach(key -> {
            if (declared.get(key).exists()) {
                value(below(path, key), key, declared.get(key), found.get(key));
            } else {
                difference.at(below(path, key), Tree.NOTHING, found.get(key));
            }
        });
    }

    private void list(String path, String name, Tree declared, Tree found) {
        Optional<List<String>> ours = KEYS.keys(name, declared.items());
        Optional<List<String>> theirs = KEYS.keys(name, found.items());
        boolean isKeyed =
                ours.isPresent() && theirs.isPresent() && !declared.items().isEmpty();
        if (isKeyed) {
            keyed(path, declared, ours.get(), found, theirs.get());
            return;
        }
        if (declared.items().size() != found.items().size()) {
            compared++;
            difference.at(path, declared, found);
            return;
        }
        for (int i = 0; i < declared.items().size(); i++) {
            value("%s[%s]".formatted(path, i), name, declared.items().get(i), found.at(String.valueOf(i)));
        }
    }

    private void keyed(String path, Tree declared, List<String> ours, Tree found, List<String> theirs) {
        for (int i = 0; i < ours.size(); i++) {
            int there = theirs.indexOf(ours.get(i));
            value(
                    "%s[%s]".formatted(path, ours.get(i)),
                    "",
                    declared.items().get(i),
                    there < 0 ? Tree.NOTHING : found.items().get(there));
        }
        for (int i = 0; i < theirs.size(); i++) {
            if (!ours.contains(theirs.get(i)) && !theirs.get(i).startsWith(RELOADER)) {
                difference.at(
                        "%s[%s]".formatted(path, theirs.get(i)),
                        Tree.NOTHING,
                        found.items().get(i));
            }
        }
    }

    private static String below(String path, String name) {
        return name.contains(".") || name.contains("/") ? "%s[%s]".formatted(path, name) : path + "." + name;
    }

    private static boolean isObject(Tree tree) {
        return !tree.fields().isEmpty() || tree.toString().equals("{}");
    }

    private static boolean isList(Tree tree) {
        return !tree.items().isEmpty() || tree.toString().equals("[]");
    }
}
