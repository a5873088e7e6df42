package dev.slipway.ordering.laptop.door;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Problem details (RFC 9457) of the door itself. */
final class Problem {
    private Problem() {}

    static void write(Response response, Callback callback, int status, String title) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        Content.Sink.write(
                response,
                true,
                "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%s}".formatted(title, status),
                callback);
    }
}
