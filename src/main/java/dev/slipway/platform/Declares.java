package dev.slipway.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class through which users declare parts of a platform, so that an {@link Origin} points to the line that calls
 * it and not into it. Put it on a need, provider or choice of your own that has factory methods.
 *
 * <pre>{@code
 * @Declares
 * public record Queue(String name, Origin origin) implements Need {
 *     public static Queue queue(String name) {
 *         return new Queue(name, Origin.here());
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Declares {}
