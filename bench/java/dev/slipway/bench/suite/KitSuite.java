package dev.slipway.bench.suite;

import dev.slipway.Planes;
import dev.slipway.bench.Models;
import dev.slipway.platform.Platform;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.SynthesizedBy;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same ten with Slipway's assertions: what all classes look at is rendered once, of the AWS plane alone, as the CDK knows no other. */
@SynthesizedBy(value = KitSuite.Current.class, planes = Planes.AWS)
abstract class KitSuite {
    /** The model that is measured. */
    static final class Current implements Supplier<Platform> {
        @Override
        public Platform get() {
            return Models.current().platform();
        }
    }

    private final Subject subject;

    KitSuite(String name) {
        this.subject = Subject.named(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void holds(int fact, Synthesis synthesis) {
        subject.facts().get(fact).with(synthesis, subject.stage(), subject.concern());
    }
}
