package dev.slipway.verify.aws.question;

import dev.slipway.review.Tree;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A property of a type of resource, and where the service says it.
 *
 * @param name of the property, by which it is reported
 * @param declared what the template says; {@link Tree#NOTHING} where it says nothing, and so nothing is compared
 * @param path in the answer, as {@link Answers#at} has it
 * @param form both are put into before they are compared
 * @param like when the two are alike
 */
public record Field(
        String name,
        BiFunction<Tree, Siblings, Tree> declared,
        String path,
        UnaryOperator<Tree> form,
        BiFunction<Tree, Tree, Boolean> like) {

    /** One that the service calls as CloudFormation does. */
    static Field same(String name) {
        return called(name, name);
    }

    /** One that the service calls otherwise, or has elsewhere. */
    static Field called(String name, String path) {
        return new Field(name, (properties, siblings) -> properties.at(name), path, Forms::texts, Tree::equals);
    }

    /** A list whose order says nothing. */
    Field anyOrder() {
        return formed(Forms::sorted);
    }

    /** Both in a form of their own. */
    Field formed(UnaryOperator<Tree> other) {
        return new Field(name, declared, path, other, like);
    }

    /** A version of which the template may leave out the last parts: {@code 18} is like {@code 18.4}. */
    Field version() {
        return new Field(name, declared, path, form, (expected, found) -> (found.text() + ".")
                .startsWith(expected.text() + "."));
    }

    /** What may grow by itself: storage. */
    Field atLeast() {
        return new Field(
                name,
                declared,
                path,
                form,
                (expected, found) ->
                        found.number().orElse(-1L) >= expected.number().orElse(Long.MAX_VALUE));
    }

    /** Declared in more than one place of the template, or by leaving it out. */
    Field declaredAs(BiFunction<Tree, Siblings, Tree> other) {
        return new Field(name, other, path, form, like);
    }
}
