package dev.slipway.acceptance.mutation;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value within a tree.
 *
 * @param steps fields and indices that lead there
 * @param path the same as text, with a star for any index and for any key that somebody chose
 */
record Place(List<String> steps, String path, Tree value) {
    /** Objects whose keys somebody chose; those of data are variables and files, each of its own. */
    private static final Set<String> CHOSEN =
            Set.of("annotations", "labels", "matchLabels", "nodeSelector", "selector");

    /** All values below a tree, outermost first; a function is one value. */
    static List<Place> all(Tree tree) {
        List<Place> all = new ArrayList<>();
        collect(new Place(List.of(), "", tree), all);
        return all;
    }

    private static void collect(Place place, List<Place> all) {
        all.add(place);
        if (place.isFunction()) {
            return;
        }
        for (Map.Entry<String, Tree> field : place.value.fields().entrySet()) {
            boolean isChosen = CHOSEN.contains(place.last()) || (place.last().equals("Tags") && place.value.isObject());
            collect(place.below(field.getKey(), isChosen ? "*" : shown(place, field.getKey()), field.getValue()), all);
        }
        for (int i = 0; i < place.value.items().size(); i++) {
            collect(place.below(String.valueOf(i), "*", place.value.items().get(i)), all);
        }
    }

    /** Variables of one family count as one: {@code DATABASE_*}. */
    private static String shown(Place place, String key) {
        return place.path.equals("data") ? key.replaceFirst("^([A-Z]+_).*", "$1*") : key;
    }

    private Place below(String step, String shown, Tree below) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Place(List.copyOf(longer), path.isEmpty() ? shown : path + "/" + shown, below);
    }

    String last() {
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    /** Whether it is an entry of a list. */
    boolean isEntry() {
        return last().matches("\\d+");
    }

    /** One of CloudFormation's. */
    boolean isFunction() {
        return value.fields().size() == 1
                && value.fields().keySet().stream().allMatch(key -> key.equals("Ref") || key.startsWith("Fn::"));
    }
}
