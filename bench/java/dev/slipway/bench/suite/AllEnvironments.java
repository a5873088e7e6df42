package dev.slipway.bench.suite;

import dev.slipway.Planes;
import dev.slipway.Slipway;
import dev.slipway.bench.Models;
import dev.slipway.review.Synthesis;
import java.util.concurrent.TimeUnit;

/** All 500 assertions, over all environments, in a JVM in which none has run yet: how long beyond the synthesis that they look at. */
final class AllEnvironments {
    private AllEnvironments() {}

    public static void main(String... args) {
        Synthesis synthesis =
                Slipway.render(Slipway.plan(Models.current().platform()), Planes.BOTH);
        long start = System.nanoTime();
        int assertions = 0;
        for (Subject subject : Subject.all().values()) {
            for (Fact fact : subject.facts()) {
                fact.with(synthesis, subject.stage(), subject.concern());
                assertions++;
            }
        }
        System.out.println("assertions\t" + assertions);
        System.out.println("milliseconds\t" + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
}
