package dev.slipway.acceptance.mutation;

import dev.slipway.review.Tree;
import java.util.List;

/**
 * A change of one resource or object.
 *
 * @param path of what is changed, with a star for any index; empty for the whole
 * @param result what stands in its place: nothing, one, or two
 */
record Mutation(Subject subject, Operator operator, String path, List<Tree> result) {
    static Mutation of(Subject subject, Operator operator, String path, Tree result) {
        return new Mutation(subject, operator, path, List.of(result));
    }

    boolean isCaught() {
        return subject.finds(result);
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(operator.word(), subject.kind(), path);
    }
}
