package dev.slipway.testing.assertion;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import dev.slipway.testing.comparison.Difference;
import dev.slipway.testing.failure.Candidates;
import dev.slipway.testing.failure.ShouldExist;
import dev.slipway.testing.failure.ShouldHaveCount;
import dev.slipway.testing.failure.Sought;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Assertions on several Kubernetes objects.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").manifests("Deployment")
 *         .hasCount(8)
 *         .each(deployment -> deployment.isInNamespace("ordering"));
 * }</pre>
 */
public final class ManifestsAssert extends SnapshotAssert<ManifestsAssert, List<Manifest>> {
    private final String what;
    private final Sought sought;

    ManifestsAssert(String what, List<Manifest> actual, Context context) {
        this(what, actual, Sought.NOTHING, context);
    }

    private ManifestsAssert(String what, List<Manifest> actual, Sought sought, Context context) {
        super(actual, ManifestsAssert.class, context);
        this.what = what;
        this.sought = sought;
    }

    public ManifestsAssert hasCount(int count) {
        return check(actual.size() == count, () -> ShouldHaveCount.shouldHaveCount(what, count, names(), sought));
    }

    public ManifestsAssert areNone() {
        return hasCount(0);
    }

    /** Whether there are objects of exactly these names, in any order. */
    public ManifestsAssert areNamed(String... names) {
        return areExactly(what, names, names());
    }

    /** The object with a name. */
    public ManifestAssert named(String name) {
        Optional<Manifest> found =
                actual.stream().filter(manifest -> manifest.name().equals(name)).findFirst();
        check(found.isPresent(), () -> ShouldExist.shouldExist(what, "an object named", name, candidates()));
        Manifest missing = new Manifest("", name, Tree.NOTHING);
        return next(new ManifestAssert(
                found.orElse(missing), found.isPresent() ? context() : context().silent()));
    }

    /** Those in which a value stands at a path. */
    public ManifestsAssert where(String path, Object value) {
        Tree expected = Tree.of(value);
        List<Manifest> some = actual.stream()
                .filter(manifest -> Difference.same(manifest.at(path), expected))
                .toList();
        return those(
                "where %s is %s".formatted(path, expected),
                some,
                () -> Sought.at(path, expected, actual.stream().map(manifest -> manifest.at(path))));
    }

    private ManifestsAssert those(String which, List<Manifest> some, Supplier<Sought> otherwise) {
        Sought missed = actual.isEmpty() ? sought : some.isEmpty() ? otherwise.get() : Sought.NOTHING;
        return next(new ManifestsAssert("%s %s".formatted(what, which), some, missed, context()));
    }

    /** Tries each object; fails where there is none to try. */
    public ManifestsAssert each(Consumer<ManifestAssert> assertions) {
        check(!actual.isEmpty(), () -> ShouldHaveCount.shouldNotBeNone(what, sought));
        actual.forEach(manifest -> assertions.accept(next(new ManifestAssert(manifest, context()))));
        return myself;
    }

    /**
     * What stands at a path of each object, as a list; of several paths, a list for each object.
     *
     * <pre>{@code
     * prod.manifests("Ingress").extracting("metadata.name", "spec.ingressClassName").hasItem(List.of("order", "alb"));
     * }</pre>
     */
    public TreeAssert extracting(String... paths) {
        List<Tree> objects = actual.stream().map(Manifest::tree).toList();
        return next(TreeAssert.extracted("each of " + what, objects, paths, context(), Optional::empty));
    }

    private Candidates candidates() {
        Candidates candidates = Candidates.none();
        actual.forEach(manifest ->
                candidates.add(manifest.name(), () -> context().origins().of(manifest)));
        return candidates;
    }

    private List<String> names() {
        return actual.stream().map(Manifest::name).toList();
    }
}
