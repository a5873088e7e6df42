package dev.slipway.testing;

import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.review.Synthesis;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What came of rendering a platform for tests: a plan and its snapshot, or what went wrong. */
final class Rendition {
    private final Supplier<Plan> plan;
    private final Supplier<Synthesis> synthesis;

    private Rendition(Supplier<Plan> plan, Supplier<Synthesis> synthesis) {
        this.plan = plan;
        this.synthesis = synthesis;
    }

    static Rendition of(Plan plan, Synthesis synthesis) {
        return new Rendition(() -> plan, () -> synthesis);
    }

    /** The first who asks is told everything, all others only that. */
    static Rendition failed(Class<?> source, RuntimeException cause) {
        AtomicBoolean isTold = new AtomicBoolean();
        Supplier<RuntimeException> failure = () -> isTold.getAndSet(true) ? again(source, cause) : cause;
        return new Rendition(
                () -> {
                    throw failure.get();
                },
                () -> {
                    throw failure.get();
                });
    }

    private static RuntimeException again(Class<?> source, RuntimeException cause) {
        String what = cause instanceof InvalidPlatformException invalid
                ? invalid.shown().getMessage()
                : "It failed with %s.".formatted(cause.getClass().getSimpleName());
        return new IllegalStateException("%s cannot be tested: see the first of the tests that need it. %s"
                .formatted(source.getSimpleName(), what));
    }

    Plan plan() {
        return plan.get();
    }

    Synthesis synthesis() {
        return synthesis.get();
    }
}
