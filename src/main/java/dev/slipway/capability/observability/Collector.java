package dev.slipway.capability.observability;

import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.check.Syntax;
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
    /** No user, which would be a secret in a manifest, and no query. */
    private static final Pattern URL =
            Pattern.compile("((?<scheme>https?)://(?<host>[a-z0-9.-]+)(:(?<port>[0-9]{1,5}))?(/[A-Za-z0-9._~-]+)*)/?");

    /** The name of a Kubernetes Service, from any namespace; its second label is its own. */
    private static final Pattern SERVICE =
            Pattern.compile("(?<name>[^.]+)\\.(?<namespace>[^.]+)\\.svc(\\.cluster\\.local)?");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Nothing where the text is no URL of a Kubernetes Service, nor one of a host outside that is encrypted. */
    static Optional<Collector> at(String endpoint) {
        Matcher url = URL.matcher(endpoint);
        if (!url.matches()) {
            return Optional.empty();
        }
        boolean isEncrypted = url.group("scheme").equals("https");
        int port = Optional.ofNullable(url.group("port")).map(Integer::valueOf).orElse(isEncrypted ? HTTPS : HTTP);
        return peer(url.group("host"), isEncrypted)
                .filter(peer -> Syntax.isPort(port))
                .map(peer -> new Collector(url.group(1), peer, port));
    }

    private static Optional<Peer> peer(String host, boolean isEncrypted) {
        Matcher service = SERVICE.matcher(host);
        if (service.matches()) {
            return Syntax.isDnsLabel(service.group("name")) && Syntax.isDnsLabel(service.group("namespace"))
                    ? Optional.of(new Peer.OfPods(service.group("namespace"), Map.of()))
                    : Optional.empty();
        }
        return isEncrypted && Syntax.isHost(host) ? Optional.of(new Peer.OfHost(host)) : Optional.empty();
    }
}
