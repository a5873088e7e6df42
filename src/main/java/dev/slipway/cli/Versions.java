package dev.slipway.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The versions that this build of Slipway was made and tested with: those of pom.xml and of package.json. */
final class Versions {
    private static final String OF_MAVEN = "versions.properties";
    private static final String OF_NODE = "package.json";

    private Versions() {}

    /** By what {@code pom.xml} and {@code package.json} call each. */
    static Map<String, String> all() {
        try {
            Map<String, String> versions = new TreeMap<>();
            Properties ofMaven = new Properties();
            ofMaven.load(new StringReader(resource(OF_MAVEN)));
            ofMaven.stringPropertyNames().forEach(name -> versions.put(name, ofMaven.getProperty(name)));
            new ObjectMapper()
                    .readTree(resource(OF_NODE))
                    .get("devDependencies")
                    .properties()
                    .forEach(tool -> versions.put(tool.getKey(), tool.getValue().asText()));
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException("The versions cannot be read", e);
        }
    }

    /** The version of Slipway itself. */
    static String slipway() {
        return all().getOrDefault("slipway", "");
    }

    /** The text of a file beside this class. */
    static String resource(String name) {
        try (InputStream stream = Versions.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The resource (%s) is missing from Slipway's jar".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource (%s) cannot be read".formatted(name), e);
        }
    }
}
