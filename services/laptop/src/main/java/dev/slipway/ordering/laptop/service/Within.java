package dev.slipway.ordering.laptop.service;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A service in this JVM. It sees the variables of its contract in place of the environment of this process. */
final class Within implements AutoCloseable {
    private final String name;
    private final Isolated classes;
    private final AtomicReference<ConfigurableApplicationContext> context = new AtomicReference<>();

    Within(Found service, Map<String, String> variables) {
        name = service.name();
        classes = new Isolated(service);
        SpringApplication.withHook(application -> listener(application, variables), () -> {
            classes.main();
            return true;
        });
    }

    private SpringApplicationRunListener listener(SpringApplication application, Map<String, String> variables) {
        application.setRegisterShutdownHook(false);
        application.setBannerMode(Banner.Mode.OFF);
        application.addListeners(new Variables(variables));
        return new SpringApplicationRunListener() {
            @Override
            public void contextPrepared(ConfigurableApplicationContext prepared) {
                context.set(prepared);
            }
        };
    }

    @Override
    public void close() throws IOException {
        ConfigurableApplicationContext started = context.get();
        if (started != null) {
            started.close();
        }
        classes.close();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Puts the variables where the environment of the process would be, before anything reads it. */
    private record Variables(Map<String, String> values)
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            event.getEnvironment()
                    .getPropertySources()
                    .replace(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(
                                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(values)));
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
