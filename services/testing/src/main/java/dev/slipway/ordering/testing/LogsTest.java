package dev.slipway.ordering.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A {@link ServiceTest} that reads the log, with everything in it that our own classes could ever say.
 *
 * <pre>{@code
 * @LogsTest
 * class LogsIT {
 *     @Test
 *     void signUpLeavesNothingPersonal(CapturedOutput output) { .. }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ServiceTest
@ExtendWith({EverythingLogged.class, OutputCaptureExtension.class})
public @interface LogsTest {}
