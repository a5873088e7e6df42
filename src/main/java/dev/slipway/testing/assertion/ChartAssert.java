package dev.slipway.testing.assertion;

import dev.slipway.review.InstalledChart;
import dev.slipway.testing.failure.ShouldBe;
import java.util.Optional;

/**
 * Assertions on a Helm chart that an add-on installs.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").chart("headlamp")
 *         .hasVersion("0.45.0")
 *         .hasValue("replicaCount", 2);
 * }</pre>
 */
public final class ChartAssert extends SnapshotAssert<ChartAssert, InstalledChart> {
    ChartAssert(InstalledChart actual, Context context) {
        super(actual, ChartAssert.class, context);
    }

    public ChartAssert hasVersion(String version) {
        return has("the version", version, actual.version());
    }

    public ChartAssert isInNamespace(String namespace) {
        return has("the namespace", namespace, actual.namespace());
    }

    /** Whether it comes from a repository: {@code isFrom("https://charts.example.com")}. */
    public ChartAssert isFrom(String repository) {
        return has("the repository", repository, actual.repository());
    }

    /** Whether it is installed with a value at a path: {@code hasValue("operator.replicaCount", 3)}. */
    public ChartAssert hasValue(String path, Object value) {
        value(path).is(value);
        return myself;
    }

    /** Whether a value is left to the chart. */
    public ChartAssert doesNotHaveValue(String path) {
        value(path).doesNotExist();
        return myself;
    }

    /** The value at a path with which it is installed, for assertions of its own. */
    public TreeAssert value(String path) {
        return next(new TreeAssert("values of " + actual, actual.values(), path, this::declared, context()));
    }

    private ChartAssert has(String what, String expected, String there) {
        return check(
                there.equals(expected), () -> ShouldBe.shouldBe("chart " + actual, what, expected, there, declared()));
    }

    private Optional<String> declared() {
        return context().origins().of(actual);
    }
}
