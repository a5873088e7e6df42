package dev.slipway.ordering.laptop.door;

import dev.slipway.ordering.laptop.process.Ports;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes a request on to the service that answers for its path, and the answer back. */
final class ServiceProxy extends ProxyHandler.Reverse {
    private final Routes routes;

    ServiceProxy(Routes routes) {
        super(request -> target(routes, request));
        this.routes = routes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return routes.port(Request.getPathInContext(request)).isPresent() && super.handle(request, response, callback);
    }

    private static HttpURI target(Routes routes, Request request) {
        return HttpURI.build(request.getHttpURI())
                .scheme("http")
                .host(Ports.LOOPBACK)
                .port(routes.port(Request.getPathInContext(request)).orElseThrow());
    }

    /** As a load balancer of AWS tells it: what the client says of itself stands before what is true. */
    @Override
    protected void addForwardedHeader(Request request, org.eclipse.jetty.client.Request passedOn) {
        String client = Request.getRemoteAddr(request);
        String said = request.getHeaders().get(HttpHeader.X_FORWARDED_FOR);
        passedOn.headers(headers -> {
            headers.put(HttpHeader.X_FORWARDED_FOR, said == null ? client : said + ", " + client);
            headers.put(HttpHeader.X_FORWARDED_PROTO, "http");
            headers.put(HttpHeader.X_FORWARDED_PORT, Integer.toString(Request.getLocalPort(request)));
        });
    }

    /** The service is not there, or not there yet. */
    @Override
    protected void onServerToProxyResponseFailure(
            Request request,
            org.eclipse.jetty.client.Request passedOn,
            org.eclipse.jetty.client.Response answer,
            Response response,
            Callback callback,
            Throwable failure) {
        Problem.write(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "The service does not answer");
    }
}
