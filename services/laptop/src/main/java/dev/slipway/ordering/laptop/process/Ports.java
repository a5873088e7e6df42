package dev.slipway.ordering.laptop.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
public final class Ports {
    /** Everything listens here and nowhere else. */
    public static final String LOOPBACK = "127.0.0.1";

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

    /** A free port for something that only this program asks for. */
    public static int free() {
        return take(0, "anything", "nothing");
    }
}
