package dev.slipway.capability.observability;

import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.check.Syntax;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What takes traces, where it listens.
 *
 * @param url without a slash at its end
 */
record Collector(String url, Peer peer, int port) {
    /** The name of a Kubernetes Service, from any namespace; its second label is its own. */
    private static final Pattern SERVICE = Pattern.compile("([^.]+)\\.([^.]+)\\.svc(\\.cluster\\.local)?");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Nothing where the text is no URL of a Kubernetes Service, nor one of a host outside that is encrypted. */
    static Optional<Collector> at(String endpoint) {
        URI uri;
        try {
            uri = new URI(endpoint);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        boolean isEncrypted = "https".equals(uri.getScheme());
        boolean isPlain = "http".equals(uri.getScheme());
        String host = uri.getHost() == null ? "" : uri.getHost();
        int port = uri.getPort() == -1 ? (isEncrypted ? HTTPS : HTTP) : uri.getPort();
        if (!(isEncrypted || isPlain) || !hasOnlyAddress(uri) || !Syntax.isPort(port)) {
            return Optional.empty();
        }
        String url = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        Matcher service = SERVICE.matcher(host);
        if (service.matches()) {
            return Optional.of(service.group(2))
                    .filter(namespace -> Syntax.isDnsLabel(namespace) && Syntax.isDnsLabel(service.group(1)))
                    .map(namespace -> new Collector(url, new Peer.OfPods(namespace, Map.of()), port));
        }
        return isEncrypted && Syntax.isHost(host)
                ? Optional.of(new Collector(url, new Peer.OfHost(host), port))
                : Optional.empty();
    }

    /** A user in a URL is a secret in a manifest. */
    private static boolean hasOnlyAddress(URI uri) {
        return uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
    }
}
