package dev.slipway.ordering.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the endpoints of a service without any part: its controllers with the starter's limits, security and
 * problems, and the {@link Tokens} of tests; what controllers call is the test's to mock.
 *
 * <pre>{@code
 * @WebSliceTest("spring.config.name=order")
 * @MockitoBean(types = {Checkout.class, Orders.class})
 * class OrderControllerTest {
 *     @Autowired MockMvcTester http;
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WebMvcTest
@ImportAutoConfiguration
@Import(TokenSlice.class)
@ContextConfiguration(initializers = VariablesOfTheContract.class)
public @interface WebSliceTest {
    /** Properties of the environment; one names the file of the service. */
    @AliasFor(annotation = WebMvcTest.class, attribute = "properties")
    String[] value();

    /** The controllers; all of the service where none is named. */
    @AliasFor(annotation = WebMvcTest.class, attribute = "controllers")
    Class<?>[] controllers() default {};
}
