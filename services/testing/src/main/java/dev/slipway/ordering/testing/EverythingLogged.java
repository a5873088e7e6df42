package dev.slipway.ordering.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Our own classes log all that they have to say, as somebody in search of a fault would have it. */
public final class EverythingLogged implements BeforeEachCallback, AfterEachCallback {
    private static final String OURS = "dev.slipway";

    public EverythingLogged() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        logging().setLogLevel(OURS, LogLevel.TRACE);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logging().setLogLevel(OURS, null);
    }

    private static LoggingSystem logging() {
        return LoggingSystem.get(EverythingLogged.class.getClassLoader());
    }
}
