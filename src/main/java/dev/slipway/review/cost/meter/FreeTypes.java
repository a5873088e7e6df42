package dev.slipway.review.cost.meter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The types of resources that cost nothing themselves, each with the page that says so.
 *
 * <pre>{@code
 * FreeTypes.source("AWS::IAM::Role")
 * }</pre>
 */
public final class FreeTypes {
    private static final String FILE = "free.csv";
    private static final Map<String, String> SOURCES = read();

    private FreeTypes() {}

    /** Where it is said that resources of a type are free; none where nobody says so. */
    public static Optional<String> source(String type) {
        return Optional.ofNullable(SOURCES.get(type));
    }

    private static Map<String, String> read() {
        Map<String, String> sources = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(FreeTypes.class.getResourceAsStream(FILE), FILE)) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\r?\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] fields = line.split(",", 2);
                    sources.put(fields[0], fields[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(sources);
    }
}
