package dev.slipway.ordering.laptop;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The service whose thread logs, known by its class loader. */
public final class ServiceName extends ClassicConverter {
    private static final String NONE = "laptop";

    /** Logback makes it. */
    public ServiceName() {}

    @Override
    public String convert(ILoggingEvent event) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String name = loader == null ? NONE : loader.getName();
        return name == null || name.equals("app") ? NONE : name;
    }
}
