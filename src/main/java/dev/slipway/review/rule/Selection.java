package dev.slipway.review.rule;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The objects or resources of some kinds, in every environment, and what each of them must be.
 *
 * <pre>{@code
 * manifests("Deployment").at("spec.revisionHistoryLimit").must("be at most 3", limit -> limit.number().orElse(10L) <= 3)
 * resources("AWS::S3::Bucket").where(isPublic).must("stand in the stack edge", inEdge)
 * }</pre>
 */
public final class Selection<T> {
    private final Function<Synthesis, Stream<T>> selected;
    private final Function<T, Tree> tree;
    private final Subject<T> subject;

    /** A finding about one of what is selected. */
    private interface Subject<T> {
        Finding about(T one, String field, String what);
    }

    private Selection(Function<Synthesis, Stream<T>> selected, Function<T, Tree> tree, Subject<T> subject) {
        this.selected = selected;
        this.tree = tree;
        this.subject = subject;
    }

    /** The Kubernetes objects of these kinds. */
    public static Selection<Manifest> manifests(String... kinds) {
        List<String> wanted = List.of(kinds);
        return new Selection<>(
                synthesis -> synthesis.environments().stream()
                        .flatMap(environment -> synthesis.manifests(environment).stream())
                        .filter(manifest -> wanted.contains(manifest.kind())),
                Manifest::tree,
                Finding::about);
    }

    /** The AWS resources of these CloudFormation types. */
    public static Selection<Resource> resources(String... types) {
        List<String> wanted = List.of(types);
        return new Selection<>(
                synthesis -> synthesis.templates().stream()
                        .flatMap(template -> template.resources().stream())
                        .filter(resource -> wanted.contains(resource.type())),
                resource -> resource.tree().get("Properties"),
                (resource, field, what) -> Finding.about(resource, field.isEmpty() ? "" : "Properties." + field, what));
    }

    /** Those only of which something holds. */
    public Selection<T> where(Predicate<? super T> condition) {
        return new Selection<>(synthesis -> selected.apply(synthesis).filter(condition), tree, subject);
    }

    /** What each must do or be: {@code must("name its owner", this::hasOwner)}. */
    public Check must(String demand, Predicate<? super T> condition) {
        return synthesis -> selected.apply(synthesis)
                .filter(one -> !condition.test(one))
                .map(one -> subject.about(one, "", "must %s.".formatted(demand)));
    }

    /** A value of each by its path: in an object from its root, in a resource from its properties. */
    public Values<T> at(String path) {
        return new Values<>(this, path);
    }

    /** One value of each of what is selected. */
    public static final class Values<T> {
        private final Selection<T> selection;
        private final String path;

        private Values(Selection<T> selection, String path) {
            this.selection = selection;
            this.path = path;
        }

        private static String shown(Tree value) {
            return value.text().isEmpty() ? value.toString() : value.text();
        }

        /** What each value must do or be, where it is missing too: {@code must("be at least 2", ..)}. */
        public Check must(String demand, Predicate<? super Tree> condition) {
            return synthesis -> selection
                    .selected
                    .apply(synthesis)
                    .filter(one -> !condition.test(selection.tree.apply(one).at(path)))
                    .map(one -> {
                        Tree value = selection.tree.apply(one).at(path);
                        return selection.subject.about(
                                one, path, "(%s) must %s.".formatted(value.exists() ? shown(value) : "none", demand));
                    });
        }
    }
}
