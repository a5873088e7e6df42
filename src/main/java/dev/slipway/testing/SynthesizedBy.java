package dev.slipway.testing;

import dev.slipway.Planes;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hands what a platform renders to to the tests of a class, as parameters: a {@link dev.slipway.review.Synthesis}, a {@link
 * dev.slipway.plan.Plan}, or with {@link InEnvironment} a {@link dev.slipway.review.SynthesizedEnvironment}.
 *
 * <pre>{@code
 * @SynthesizedBy(OrderingPlatform.class)
 * class OrderingPlatformTest {
 *     @Test
 *     void ordersArePublished(@InEnvironment("prod") SynthesizedEnvironment prod) {
 *         assertThat(prod).service("order").mayPublishTo("order.placed");
 *     }
 * }
 * }</pre>
 *
 * <p>It is rendered once in a run, whichever class asks first, and shared by all that ask for the same. Nested classes and
 * subclasses take it over.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(SynthesisExtension.class)
public @interface SynthesizedBy {
    /**
     * What declares the platform: a class with {@code static Platform platform()}, a {@code Supplier<Platform>} with a
     * constructor that takes nothing, or a program whose {@code main} synthesizes it.
     */
    Class<?> value();

    /** The environments that are rendered, which takes less time than all; none for all. */
    String[] environments() default {};

    /** The planes that are rendered. */
    Planes planes() default Planes.BOTH;

    /** Whether the CDK validates the templates, which takes some seconds in each run; a synthesis always does. */
    boolean validated() default false;
}
