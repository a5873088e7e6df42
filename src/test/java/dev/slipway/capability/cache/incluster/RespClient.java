package dev.slipway.capability.cache.incluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says one line to a server of the Redis protocol and reads what it answers; texts alone, which is all that is asked. */
final class RespClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;

    RespClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** {@code OK}, the value, {@code (none)}, or what is refused. */
    String ask(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        String answer = reader.readLine();
        if (answer.equals("$-1")) {
            return "(none)";
        }
        return answer.startsWith("$") ? reader.readLine() : answer.substring(1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
