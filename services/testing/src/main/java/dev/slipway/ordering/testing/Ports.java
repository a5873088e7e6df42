package dev.slipway.ordering.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers of tests.
 *
 * <pre>{@code
 * int port = Ports.free();
 * }</pre>
 */
public final class Ports {
    /** Below 32768, where Linux begins with those that it gives to outgoing connections. */
    private static final int FIRST = 20_000;

    private static final int RANGE = 12_000;

    /** Modules that are tested at the same time begin in different places. */
    private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(RANGE));

    private Ports() {}

    /** Another one each time, and none that a client of something else is given before it is used. */
    public static int free() {
        for (int tried = 0; tried < RANGE; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), RANGE);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from %s to %s is free".formatted(FIRST, FIRST + RANGE - 1));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
