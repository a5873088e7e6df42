package dev.slipway.testing.assertion;

import dev.slipway.review.Tree;
import dev.slipway.testing.comparison.Difference;
import dev.slipway.testing.failure.Failure;
import dev.slipway.testing.failure.ShouldBe;
import dev.slipway.testing.failure.ShouldHaveCount;
import dev.slipway.testing.failure.ShouldHaveValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions on a value in a template or manifest.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").manifest("Deployment", "order")
 *         .field("spec.template.spec.containers.0").contains(Map.of("image", "order:1.4.0"));
 * }</pre>
 */
public final class TreeAssert extends SnapshotAssert<TreeAssert, Tree> {
    private final Object owner;
    private final Tree root;
    private final String path;
    private final Supplier<Optional<String>> declared;

    TreeAssert(Object owner, Tree root, String path, Supplier<Optional<String>> declared, Context context) {
        super(path.isEmpty() ? root : root.at(path), TreeAssert.class, context);
        this.owner = owner;
        this.root = root;
        this.path = path;
        this.declared = declared;
    }

    /** Whether the value is this number, text, truth value, list or map. */
    public TreeAssert is(Object expected) {
        return isWithout(Difference.of(actual, Tree.of(expected), path));
    }

    /** Whether the value is anything but this. */
    public TreeAssert isNot(Object unexpected) {
        return check(
                !Difference.same(actual, Tree.of(unexpected)),
                () -> ShouldHaveValue.shouldNotHave(text(), root, path, declared.get()));
    }

    public TreeAssert exists() {
        return check(actual.exists(), () -> ShouldHaveValue.shouldHave(text(), root, path, declared.get()));
    }

    public TreeAssert doesNotExist() {
        return check(!actual.exists(), () -> ShouldHaveValue.shouldNotHave(text(), root, path, declared.get()));
    }

    /** Whether the value has at least these fields, as deep as they go; lists have to be of one length. */
    public TreeAssert contains(Map<String, ?> fields) {
        return isWithout(Difference.ofPart(actual, Tree.of(fields), path));
    }

    private TreeAssert isWithout(Optional<Difference> found) {
        return check(found.isEmpty(), () -> {
            Difference difference = found.orElseThrow();
            return difference.expected().exists() || difference.path().equals(path)
                    ? failure(difference.path(), "to have at", difference.expected())
                    : ShouldHaveValue.shouldNotHave(text(), root, difference.path(), declared.get());
        });
    }

    /** Whether one of the list's items is this, or has at least these fields. */
    public TreeAssert hasItem(Object item) {
        return check(
                isThere(item),
                () -> ShouldHaveValue.shouldHaveItem(
                        text(),
                        root,
                        path,
                        Tree.of(item),
                        Difference.ofNearest(actual, Tree.of(item), path).map(Difference::path),
                        declared.get()));
    }

    /** Whether none of the list's items is this, or has at least these fields. */
    public TreeAssert doesNotHaveItem(Object item) {
        return check(!isThere(item), () -> failure(path, "not to have in the list at", Tree.of(item)));
    }

    private boolean isThere(Object item) {
        return actual.items().stream().anyMatch(present -> Difference.ofPart(present, Tree.of(item), "")
                .isEmpty());
    }

    /**
     * Tries each of the list's items; fails where there is none to try.
     *
     * <pre>{@code
     * role.field("rules").each(rule -> rule.at("verbs").hasItems("get", "list", "watch"));
     * }</pre>
     */
    public TreeAssert each(Consumer<TreeAssert> assertions) {
        int items = actual.items().size();
        check(items > 0, () -> ShouldHaveCount.shouldNotBeNone("items" + of()));
        IntStream.range(0, items).forEach(i -> assertions.accept(at(String.valueOf(i))));
        return myself;
    }

    /** Whether the value is a list with these items, in this order. */
    public TreeAssert hasItems(Object... items) {
        return is(List.of(items));
    }

    /** Whether the value is a list with these items, in whatever order. */
    public TreeAssert hasItemsInAnyOrder(Object... items) {
        List<Tree> left = new ArrayList<>(actual.items());
        boolean areThere = Stream.of(items).map(Tree::of).allMatch(item -> removed(left, item));
        return check(
                areThere && left.isEmpty(), () -> failure(path, "to have in any order at", Tree.of(List.of(items))));
    }

    private static boolean removed(List<Tree> from, Tree item) {
        Optional<Tree> found =
                from.stream().filter(there -> Difference.same(there, item)).findFirst();
        found.ifPresent(from::remove);
        return found.isPresent();
    }

    /** Whether a list has so many items, or an object so many fields. */
    public TreeAssert hasSize(int size) {
        int there = actual.items().size() + actual.fields().size();
        return check(
                there == size,
                () -> ShouldBe.shouldBe(
                        text(), "at " + path, size + " items", "%s: %s".formatted(there, actual), declared.get()));
    }

    /** What stands below. */
    public TreeAssert at(String below) {
        return next(new TreeAssert(owner, root, path.isEmpty() ? below : path + "." + below, declared, context()));
    }

    /**
     * What stands at a path of each of a list's items, as a list; of several paths, a list for each item.
     *
     * <pre>{@code
     * gateway.field("spec.listeners").extracting("name", "port").hasItems(List.of("http", 80), List.of("https", 443));
     * }</pre>
     */
    public TreeAssert extracting(String... paths) {
        return next(extracted("each item" + of(), actual.items(), paths, context(), declared));
    }

    /** The values at the paths of each of several trees. */
    static TreeAssert extracted(
            String owner, List<Tree> trees, String[] paths, Context context, Supplier<Optional<String>> declared) {
        Tree values = Tree.of(trees.stream()
                .map(tree -> paths.length == 1
                        ? tree.at(paths[0])
                        : Tree.of(Stream.of(paths).map(tree::at).toList()))
                .toList());
        String what = "%s of %s".formatted(String.join(", ", paths), owner);
        return new TreeAssert(what, values, "", declared, context);
    }

    /**
     * What stands in a text of JSON.
     *
     * <pre>{@code
     * repository.property("LifecyclePolicy.LifecyclePolicyText").asJson().at("rules.0.selection.countNumber").is(7);
     * }</pre>
     */
    public TreeAssert asJson() {
        Tree json = Tree.ofJson(actual.text());
        check(
                json.exists(),
                () -> ShouldBe.shouldBe(
                        text(),
                        "at " + path,
                        "a text of JSON",
                        actual.exists() ? actual.toString() : "",
                        declared.get()));
        Context inside = json.exists() ? context() : context().silent();
        return next(new TreeAssert("the JSON at %s of %s".formatted(path, owner), json, "", declared, inside));
    }

    /** AssertJ's assertions on the value as a text; they throw at once, also where these are soft. */
    public AbstractStringAssert<?> asText() {
        return Assertions.assertThat(actual.text()).as("%s of %s", path, owner);
    }

    private String of() {
        return path.isEmpty() ? " of " + owner : " at %s of %s".formatted(path, owner);
    }

    private String text() {
        return owner.toString();
    }

    private Failure failure(String at, String verb, Tree expected) {
        return ShouldHaveValue.shouldHaveValue(text(), root, at, verb, expected, declared.get());
    }
}
