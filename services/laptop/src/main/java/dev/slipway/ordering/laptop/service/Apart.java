package dev.slipway.ordering.laptop.service;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** A service in a JVM of its own, with the variables of its contract as the environment of the process. */
public final class Apart {
    private Apart() {}

    /** Arguments: the folder of the services, the name of the service. */
    public static void main(String[] arguments) throws Exception {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Found service = Found.in(Path.of(arguments[0])).stream()
                .filter(found -> found.name().equals(arguments[1]))
                .findFirst()
                .orElseThrow();
        new Isolated(service).main();
    }
}
