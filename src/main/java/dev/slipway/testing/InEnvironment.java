package dev.slipway.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which environment a parameter of a test is about: {@code @InEnvironment("prod") SynthesizedEnvironment prod}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface InEnvironment {
    /** Name of the environment. */
    String value();
}
