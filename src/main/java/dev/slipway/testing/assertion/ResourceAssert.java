package dev.slipway.testing.assertion;

import dev.slipway.review.Origins;
import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import dev.slipway.review.change.Retention;
import dev.slipway.review.change.field.Functions;
import dev.slipway.review.template.Intrinsics;
import dev.slipway.testing.failure.ShouldBe;
import dev.slipway.testing.failure.ShouldNotExist;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Assertions on an AWS resource in a template.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").resource("AWS::MSK::Topic", "order.placed")
 *         .hasProperty("PartitionCount", 12)
 *         .isRetained();
 * }</pre>
 */
public final class ResourceAssert extends SnapshotAssert<ResourceAssert, Resource> {
    private static final String DELETION = "DeletionPolicy";

    ResourceAssert(Resource actual, Context context) {
        super(actual, ResourceAssert.class, context);
    }

    /** Assertions on a resource of no known origin. */
    public ResourceAssert(Resource actual) {
        this(actual, Context.throwing(Origins.NONE));
    }

    /** Whether a value stands at a path below the properties: {@code hasProperty("Tags.0.Key", "team")}. */
    public ResourceAssert hasProperty(String path, Object value) {
        property(path).is(value);
        return myself;
    }

    /** Whether a property is set. */
    public ResourceAssert hasProperty(String path) {
        property(path).exists();
        return myself;
    }

    public ResourceAssert doesNotHaveProperty(String path) {
        property(path).doesNotExist();
        return myself;
    }

    /** Whether it has at least these properties, as deep as they go. */
    public ResourceAssert hasProperties(Map<String, ?> properties) {
        property("").contains(properties);
        return myself;
    }

    /**
     * Whether a property reads as a text, with names in the place of what only AWS knows: an attribute by stack and logical id, a
     * parameter by its own name.
     *
     * <pre>{@code
     * resource.hasText("Value", "${prod/database/Instance/Endpoint.Address}")
     *         .hasText("Topic", "arn:aws:kafka:eu-central-1:111122223333:topic/${/shop/prod/streaming/cluster-path}/order.placed");
     * }</pre>
     */
    public ResourceAssert hasText(String path, String text) {
        Tree property = actual.property(path);
        String read = Intrinsics.text(actual.template(), property);
        return check(
                property.exists() && read.equals(text),
                () -> ShouldBe.shouldBe(actual.toString(), "as text at " + path, text, read, declared()));
    }

    /**
     * Whether a list reads as these texts, in this order, with names in the place of what only AWS knows.
     *
     * <pre>{@code
     * role.hasTexts("Policies.0.PolicyDocument.Statement.0.Resource", "${prod/storage/Invoices/Arn}/*");
     * }</pre>
     */
    public ResourceAssert hasTexts(String path, String... texts) {
        List<String> read = actual.property(path).items().stream()
                .map(item -> Intrinsics.text(actual.template(), item))
                .toList();
        return check(
                read.equals(List.of(texts)),
                () -> ShouldBe.shouldBe(
                        actual.toString(),
                        "as texts at " + path,
                        String.join("\n", texts),
                        String.join("\n", read),
                        declared()));
    }

    /** The property at a path, for assertions of its own. */
    public TreeAssert property(String path) {
        return next(new TreeAssert(actual, actual.tree().get("Properties"), path, this::declared, context()));
    }

    /** Whether an attribute beside the properties has a value: {@code hasAttribute("DependsOn.0", "Cluster")}. */
    public ResourceAssert hasAttribute(String path, Object value) {
        next(new TreeAssert(actual, actual.tree(), path, this::declared, context()))
                .is(value);
        return myself;
    }

    /** Whether it stays when its stack goes, or leaves a snapshot, as a database does that says nothing. */
    public ResourceAssert isRetained() {
        return check(
                retention() != Retention.DELETED,
                () -> ShouldBe.shouldBe(
                        actual.toString(),
                        DELETION,
                        "Retain or RetainExceptOnCreate or Snapshot",
                        policy(),
                        declared()));
    }

    /** Whether it goes with its stack, and leaves no snapshot. */
    public ResourceAssert isDeletedWithItsStack() {
        return check(
                retention() == Retention.DELETED,
                () -> ShouldBe.shouldBe(actual.toString(), DELETION, "Delete", policy(), declared()));
    }

    public ResourceAssert hasTag(String key, String value) {
        Optional<String> found = tag(actual, key);
        return check(
                found.filter(value::equals).isPresent(),
                () -> ShouldBe.shouldBe(actual.toString(), "the tag " + key, value, found.orElse(""), declared()));
    }

    public ResourceAssert doesNotHaveTag(String key) {
        Optional<String> found = tag(actual, key);
        return check(
                found.isEmpty(),
                () -> ShouldNotExist.shouldNotExist(
                        actual.toString(), "the tag %s: %s".formatted(key, found.orElseThrow()), declared()));
    }

    /** Types of resources have their tags as a list of keys and values, or as an object. */
    static Optional<String> tag(Resource resource, String key) {
        Tree tags = resource.property("Tags");
        Stream<Tree> listed = tags.items().stream()
                .filter(tag -> tag.get("Key").text().equals(key))
                .map(tag -> tag.get("Value"));
        return Stream.concat(listed, Stream.of(tags.get(key)))
                .filter(Tree::exists)
                .map(Tree::text)
                .findFirst();
    }

    /**
     * Whether what stands at a path below the properties names the one resource of a type in the same stack, by {@code Ref} or
     * {@code Fn::GetAtt}, wherever in it: {@code refersTo("KmsKeyId", "AWS::KMS::Key")}.
     */
    public ResourceAssert refersTo(String path, String type) {
        return refersTo(path, beside(type).single());
    }

    /**
     * Whether what stands at a path below the properties names a resource of the same stack, which is found by its own name or its
     * logical id.
     *
     * <pre>{@code
     * database.refersTo("MasterUserPassword", "AWS::SecretsManager::Secret", "shop/prod/platform/database-master");
     * }</pre>
     */
    public ResourceAssert refersTo(String path, String type, String name) {
        return refersTo(path, beside(type).named(name));
    }

    private ResourceAssert refersTo(String path, ResourceAssert other) {
        Tree value = actual.property(path);
        String id = other.actual.id();
        other.check(
                Functions.references(value).anyMatch(id::equals),
                () -> ShouldBe.shouldBe(
                        actual.toString(),
                        "at %s a reference to".formatted(path),
                        other.actual.toString(),
                        value.exists() ? value.toString() : "",
                        declared()));
        return myself;
    }

    /** Whether it is made after a resource of the same stack: {@code dependsOn("AWS::EKS::Addon", "vpc-cni")}. */
    public ResourceAssert dependsOn(String type, String name) {
        ResourceAssert other = beside(type).named(name);
        List<String> before = actual.tree().get("DependsOn").texts();
        other.check(
                before.contains(other.actual.id()),
                () -> ShouldBe.shouldBe(
                        actual.toString(),
                        "in DependsOn",
                        other.actual.toString(),
                        String.join(", ", before),
                        declared()));
        return myself;
    }

    private ResourcesAssert beside(String type) {
        return next(new ResourcesAssert(
                "%s of stack %s".formatted(type, actual.template().path()),
                actual.template().resources(type),
                context()));
    }

    private Retention retention() {
        return Retention.of(actual.tree(), DELETION);
    }

    private String policy() {
        Tree policy = actual.tree().get(DELETION);
        return !policy.exists() && retention() == Retention.SNAPSHOT ? "Snapshot, by default" : policy.text();
    }

    private Optional<String> declared() {
        return context().origins().of(actual);
    }
}
