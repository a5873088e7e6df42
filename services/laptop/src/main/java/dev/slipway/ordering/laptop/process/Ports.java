package dev.slipway.ordering.laptop.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of the loopback address. */
public final class Ports {
    /** Everything listens here and nowhere else. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Below 32768, where Linux begins with those of outgoing connections; other systems begin later. */
    private static final int FIRST = 20_000;

    private static final int RANGE = 12_000;

    /** Two of these programs at once begin in different places. */
    private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(RANGE));

    private Ports() {}

    /**
     * The port that was asked for, or a free one where none (0) was.
     *
     * @throws LaptopProblem where something else has it
     */
    public static int take(int wanted, String what, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), wanted));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new LaptopProblem(
                    "The port (%s) of %s must be free, and something listens on it. Fix: stop that, or choose another with %s."
                            .formatted(wanted, what, option),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A free port for something that only this program asks for: another one each time, and none that a system gives to whoever
     * opens a connection, so that it is still free when it is used.
     */
    public static int free() {
        for (int tried = 0; tried < RANGE; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), RANGE);
            try {
                return take(port, "anything", "nothing");
            } catch (LaptopProblem taken) {
                continue;
            }
        }
        throw new IllegalStateException("No port from %s to %s is free".formatted(FIRST, FIRST + RANGE - 1));
    }
}
