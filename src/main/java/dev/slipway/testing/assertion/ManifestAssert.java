package dev.slipway.testing.assertion;

import dev.slipway.review.Manifest;
import dev.slipway.review.Origins;
import dev.slipway.testing.failure.ShouldBe;
import java.util.Map;
import java.util.Optional;

/**
 * Assertions on a Kubernetes object.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("dev").manifest("Deployment", "order")
 *         .hasField("spec.replicas", 1)
 *         .doesNotHaveField("spec.paused");
 * }</pre>
 */
public final class ManifestAssert extends SnapshotAssert<ManifestAssert, Manifest> {
    ManifestAssert(Manifest actual, Context context) {
        super(actual, ManifestAssert.class, context);
    }

    /** Assertions on an object of no known origin. */
    public ManifestAssert(Manifest actual) {
        this(actual, Context.throwing(Origins.NONE));
    }

    /**
     * Whether a value stands at a path: {@code hasField("spec.replicas", 1)}. A key with dots goes in brackets:
     * {@code metadata.labels[app.kubernetes.io/name]}.
     */
    public ManifestAssert hasField(String path, Object value) {
        field(path).is(value);
        return myself;
    }

    /** Whether anything stands at a path. */
    public ManifestAssert hasField(String path) {
        field(path).exists();
        return myself;
    }

    public ManifestAssert doesNotHaveField(String path) {
        field(path).doesNotExist();
        return myself;
    }

    /** Whether the object has at least these fields, as deep as they go. */
    public ManifestAssert contains(Map<String, ?> fields) {
        field("").contains(fields);
        return myself;
    }

    /** The value at a path, for assertions of its own. */
    public TreeAssert field(String path) {
        return next(new TreeAssert(actual, actual.tree(), path, this::declared, context()));
    }

    public ManifestAssert isInNamespace(String namespace) {
        return hasField("metadata.namespace", namespace);
    }

    public ManifestAssert hasLabel(String name, String value) {
        return hasField("metadata.labels[" + name + "]", value);
    }

    public ManifestAssert hasAnnotation(String name, String value) {
        return hasField("metadata.annotations[" + name + "]", value);
    }

    /** Whether it is written to a file: {@code isInFile("order")}. */
    public ManifestAssert isInFile(String file) {
        return check(
                actual.file().equals(file),
                () -> ShouldBe.shouldBe(actual.toString(), "its file", file, actual.file(), declared()));
    }

    private Optional<String> declared() {
        return context().origins().of(actual);
    }
}
