package dev.slipway.testing.assertion;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
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
import java.util.stream.Stream;

/**
 * Assertions on several AWS resources.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").resources("AWS::MSK::Topic")
 *         .hasCount(32)
 *         .each(topic -> topic.isRetained());
 * }</pre>
 */
public final class ResourcesAssert extends SnapshotAssert<ResourcesAssert, List<Resource>> {
    private final String what;
    private final Sought sought;

    ResourcesAssert(String what, List<Resource> actual, Context context) {
        this(what, actual, Sought.NOTHING, context);
    }

    private ResourcesAssert(String what, List<Resource> actual, Sought sought, Context context) {
        super(actual, ResourcesAssert.class, context);
        this.what = what;
        this.sought = sought;
    }

    public ResourcesAssert hasCount(int count) {
        return check(actual.size() == count, () -> ShouldHaveCount.shouldHaveCount(what, count, names(), sought));
    }

    public ResourcesAssert areNone() {
        return hasCount(0);
    }

    /** Whether there are resources of exactly these names, in any order; the logical id is that of one without a name. */
    public ResourcesAssert areNamed(String... names) {
        return areExactly(what, names, names());
    }

    /** The resource with a physical name, or with a logical id. */
    public ResourceAssert named(String name) {
        return only(
                actual.stream()
                        .filter(resource ->
                                resource.name().equals(name) || resource.id().equals(name))
                        .findFirst(),
                name);
    }

    /** The one resource that there is. */
    public ResourceAssert single() {
        hasCount(1);
        return only(actual.stream().findFirst(), "");
    }

    private ResourceAssert only(Optional<Resource> found, String name) {
        if (!name.isEmpty()) {
            check(found.isPresent(), () -> ShouldExist.shouldExist(what, "a resource named", name, candidates()));
        }
        Resource missing = new Resource(new Template("", "", "", Tree.NOTHING), name, "", Tree.NOTHING);
        return next(new ResourceAssert(
                found.orElse(missing), found.isPresent() ? context() : context().silent()));
    }

    /** Those in which a property has a value. */
    public ResourcesAssert where(String path, Object value) {
        Tree expected = Tree.of(value);
        List<Resource> some = actual.stream()
                .filter(resource -> Difference.same(resource.property(path), expected))
                .toList();
        return those(
                "where %s is %s".formatted(path, expected),
                some,
                () -> Sought.at(path, expected, actual.stream().map(resource -> resource.property(path))));
    }

    /** Those with a tag: {@code resources("AWS::EC2::Subnet").withTag("aws-cdk:subnet-name", "private")}. */
    public ResourcesAssert withTag(String key, String value) {
        List<Resource> some = actual.stream()
                .filter(resource ->
                        ResourceAssert.tag(resource, key).filter(value::equals).isPresent())
                .toList();
        return those("with the tag %s: %s".formatted(key, value), some, () -> {
            Stream<String> there = actual.stream()
                    .map(resource -> ResourceAssert.tag(resource, key).orElse("nothing"));
            return new Sought("As the tag " + key, value, there.toList());
        });
    }

    private ResourcesAssert those(String which, List<Resource> some, Supplier<Sought> otherwise) {
        Sought missed = actual.isEmpty() ? sought : some.isEmpty() ? otherwise.get() : Sought.NOTHING;
        return next(new ResourcesAssert("%s %s".formatted(what, which), some, missed, context()));
    }

    /** Tries each resource; fails where there is none to try. */
    public ResourcesAssert each(Consumer<ResourceAssert> assertions) {
        check(!actual.isEmpty(), () -> ShouldHaveCount.shouldNotBeNone(what, sought));
        actual.forEach(resource -> assertions.accept(next(new ResourceAssert(resource, context()))));
        return myself;
    }

    /**
     * What stands at a path of each resource's properties, as a list; of several paths, a list for each resource.
     *
     * <pre>{@code
     * prod.resources("AWS::MSK::Topic").extracting("TopicName", "PartitionCount").hasItem(List.of("order.placed", 12));
     * }</pre>
     */
    public TreeAssert extracting(String... paths) {
        List<Tree> properties = actual.stream()
                .map(resource -> resource.tree().get("Properties"))
                .toList();
        return next(TreeAssert.extracted("each of " + what, properties, paths, context(), Optional::empty));
    }

    private Candidates candidates() {
        Candidates candidates = Candidates.none();
        actual.forEach(resource ->
                candidates.add(resource.name(), () -> context().origins().of(resource)));
        return candidates;
    }

    private List<String> names() {
        return actual.stream().map(Resource::name).toList();
    }
}
