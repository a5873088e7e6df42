package dev.slipway.testing.assertion;

import dev.slipway.review.Origins;
import dev.slipway.review.Template;
import dev.slipway.testing.failure.ShouldBe;
import java.util.Optional;

/**
 * Assertions on the template of a stack.
 *
 * <pre>{@code
 * assertThat(synthesis).stack("prod/streaming").hasResources("AWS::MSK::Topic", 32);
 * }</pre>
 */
public final class StackAssert extends SnapshotAssert<StackAssert, Template> {
    StackAssert(Template actual, Context context) {
        super(actual, StackAssert.class, context);
    }

    /** Assertions on a template of no known origin. */
    public StackAssert(Template actual) {
        this(actual, Context.throwing(Origins.NONE));
    }

    /** The resources of a type. */
    public ResourcesAssert resources(String type) {
        return next(new ResourcesAssert(type + " of stack " + actual.path(), actual.resources(type), context()));
    }

    /** The resource of a type with a physical name, or with a logical id. */
    public ResourceAssert resource(String type, String name) {
        return resources(type).named(name);
    }

    /** The one resource of a type. */
    public ResourceAssert resource(String type) {
        return resources(type).single();
    }

    /** Whether there are so many resources of a type. */
    public StackAssert hasResources(String type, int count) {
        resources(type).hasCount(count);
        return myself;
    }

    public StackAssert hasResource(String type, String name) {
        resource(type, name);
        return myself;
    }

    public StackAssert hasNoResources(String type) {
        return hasResources(type, 0);
    }

    /** Whether there are so many resources of all types. */
    public StackAssert hasResources(int count) {
        resources().hasCount(count);
        return myself;
    }

    /** Whether CloudFormation calls it so: {@code ordering-prod-streaming}. */
    public StackAssert hasName(String name) {
        return check(
                actual.stackName().equals(name),
                () -> ShouldBe.shouldBe(
                        "stack " + actual.path(), "the name", name, actual.stackName(), Optional.empty()));
    }

    /** What stands at a path of the whole template: {@code at("Outputs.Url.Value")}. */
    public TreeAssert at(String path) {
        return next(new TreeAssert("stack " + actual.path(), actual.tree(), path, Optional::empty, context()));
    }

    /** The resources of all types. */
    public ResourcesAssert resources() {
        return next(new ResourcesAssert("resources of stack " + actual.path(), actual.resources(), context()));
    }
}
