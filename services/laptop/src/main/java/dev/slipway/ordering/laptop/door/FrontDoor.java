package dev.slipway.ordering.laptop.door;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.part.Mailbox;
import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.process.Ports;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One address for all services, by the routes of their contracts; and what only a laptop has, below {@code /laptop}. */
public final class FrontDoor implements AutoCloseable {
    private static final int THREADS = 32;
    private static final long SHUTDOWN_MILLIS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    /** Takes the port, and answers nothing yet. */
    public FrontDoor(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("door");
        server = new Server(threads);
        server.setStopTimeout(SHUTDOWN_MILLIS);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost(Ports.LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new LaptopProblem(
                    "The port (%s) of the front door must be free, and something listens on it. Fix: stop that, or choose another with --port."
                            .formatted(port),
                    e);
        }
    }

    /** What users and services call. */
    public String url() {
        return "http://localhost:" + connector.getLocalPort();
    }

    /** Lets callers in. */
    public FrontDoor open(List<Contract> contracts, Map<String, Integer> ports, Mailbox mailbox) throws Exception {
        Routes routes = new Routes(contracts, ports);
        server.setHandler(new Handler.Sequence(new LaptopPages(mailbox), new ServiceProxy(routes), new NoRoute()));
        server.start();
        return this;
    }

    @Override
    public void close() {
        connector.close();
        LifeCycle.stop(server);
    }

    @Override
    public String toString() {
        return "front door";
    }
}
