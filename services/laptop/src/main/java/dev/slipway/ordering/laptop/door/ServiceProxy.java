package dev.slipway.ordering.laptop.door;

import dev.slipway.ordering.laptop.process.Ports;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes a request on to the service that answers for its path, and the answer back. */
final class ServiceProxy extends ProxyHandler.Reverse {
    private static final String DOCUMENTATION = "/openapi/";

    private final Routes routes;

    ServiceProxy(Routes routes) {
        super(request -> target(routes, request));
        this.routes = routes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        return known(routes, path) && super.handle(request, response, callback);
    }

    private static boolean known(Routes routes, String path) {
        return routes.port(path).isPresent() || documented(routes, path);
    }

    private static boolean documented(Routes routes, String path) {
        return path.startsWith(DOCUMENTATION)
                && routes.portOf(path.substring(DOCUMENTATION.length())).isPresent();
    }

    private static HttpURI target(Routes routes, Request request) {
        String path = Request.getPathInContext(request);
        HttpURI.Mutable target =
                HttpURI.build(request.getHttpURI()).scheme("http").host(Ports.LOOPBACK);
        if (documented(routes, path)) {
            return target.port(routes.portOf(path.substring(DOCUMENTATION.length()))
                            .orElseThrow())
                    .path("/v3/api-docs");
        }
        return target.port(routes.port(path).orElseThrow());
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
