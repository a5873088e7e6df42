package dev.slipway.ordering.laptop.door;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what no service has a route for. */
final class NoRoute extends Handler.Abstract.NonBlocking {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem.write(response, callback, HttpStatus.NOT_FOUND_404, "No service has a route for this path");
        return true;
    }
}
