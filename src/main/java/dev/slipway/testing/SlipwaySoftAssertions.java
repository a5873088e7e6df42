package dev.slipway.testing;

import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions on what was rendered, beside all of AssertJ's own.
 *
 * <pre>{@code
 * SlipwaySoftAssertions.assertAllSoftly(softly -> {
 *     softly.assertThat(prod).service("order").mayPublishTo("order.placed");
 *     softly.assertThat(prod).service("order").cannotReach("payment");
 * });
 * }</pre>
 *
 * <p>AssertJ's own extension of JUnit injects it: {@code @ExtendWith(SoftAssertionsExtension.class)}, and a parameter of this
 * type.
 */
public final class SlipwaySoftAssertions extends SoftAssertions implements SlipwaySoftAssertionsProvider {
    /** Runs assertions, and then fails with all that failed. */
    public static void assertAllSoftly(Consumer<SlipwaySoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(SlipwaySoftAssertions.class, assertions);
    }
}
