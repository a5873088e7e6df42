package dev.slipway.testing.assertion;

import dev.slipway.review.Origins;
import dev.slipway.testing.failure.Failure;
import dev.slipway.testing.failure.ShouldBeNamed;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;

/** What all assertions on a snapshot share: a failure is thrown at once, or collected where assertions are soft. */
abstract class SnapshotAssert<S extends SnapshotAssert<S, A>, A> extends AbstractAssert<S, A> {
    /**
     * What assertions hand on to those about their parts.
     *
     * @param reporting takes what failed: throws it, or collects it for later
     * @param origins where things were declared
     */
    record Context(Consumer<AssertionError> reporting, Origins origins) {
        static Context throwing(Origins origins) {
            return new Context(
                    error -> {
                        throw error;
                    },
                    origins);
        }

        /** For assertions about what is not there, which has been said by then. */
        Context silent() {
            return new Context(error -> {}, origins);
        }
    }

    private final Context context;

    SnapshotAssert(A actual, Class<S> type, Context context) {
        super(actual, type);
        this.context = context;
    }

    final Context context() {
        return context;
    }

    final S check(boolean holds, Supplier<Failure> failure) {
        if (!holds) {
            context.reporting().accept(assertionError(failure.get()));
        }
        return myself;
    }

    /** Whether there are exactly these names, each as often, in any order. */
    final S areExactly(String what, String[] expected, List<String> present) {
        List<String> names = List.of(expected);
        return check(
                names.stream()
                        .sorted()
                        .toList()
                        .equals(present.stream().sorted().toList()),
                () -> ShouldBeNamed.shouldBeNamed(what, names, present));
    }

    /** An assertion about a part, under the same description. */
    final <N extends SnapshotAssert<N, ?>> N next(N part) {
        if (info.hasDescription()) {
            part.as(info.description());
        }
        return part;
    }
}
