package dev.slipway.acceptance.mutation;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How something of a kind is opened further: a value in place of another, at the first place of each subject that is like the path.
 *
 * @param path with stars for any index; what is below the last field that exists is made
 * @param value in JSON; empty for a kind that opens nothing, and then the path says why
 */
record Widening(String kind, String path, String value) {
    static List<Widening> all() {
        return Lines.of("widenings.csv")
                .map(cells -> new Widening(cells[0], cells[1], cells[2]))
                .toList();
    }

    boolean isNone() {
        return value.isEmpty();
    }

    /** Nothing where the subject has no such place, or is as open already. */
    Optional<Mutation> of(Subject subject) {
        Tree tree = subject.tree();
        return Place.all(tree).stream()
                .flatMap(place -> place.path().equals(parent()) ? Stream.of(place.steps()) : Stream.empty())
                .map(steps -> Stream.concat(steps.stream(), Stream.of(last())).toList())
                .map(steps -> Plain.set(tree, steps, Plain.read(value)))
                .filter(changed -> !changed.equals(tree))
                .findFirst()
                .map(changed -> Mutation.of(subject, Operator.WIDEN, path, changed));
    }

    private String parent() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private String last() {
        String last = path.substring(path.lastIndexOf('/') + 1).replace("~1", "/");
        return last.equals("*") ? "0" : last;
    }
}
