package dev.slipway.ordering.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of a whole service, started by its own main method on the embedded parts and the variables of its contract.
 * One service is started for all such tests of a module that configure it alike.
 *
 * <pre>{@code
 * @ServiceTest
 * class PlaceOrderIT {
 *     @Autowired RestTestClient http;
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS,
        // the embedded broker says much at its start
        properties = {"logging.level.kafka=warn", "logging.level.state.change.logger=warn"})
@ContextConfiguration(initializers = PartsOfThePlatform.class)
@AutoConfigureRestTestClient
public @interface ServiceTest {}
