package dev.slipway.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.review.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of Kubernetes 1.36 and of the add-ons' own kinds, closed: no field but those declared. The build makes them, see
 * {@code src/build/schemas.xml}.
 */
public final class KindSchemas {
    private static final Path KINDS = Path.of("target/schemas/kinds");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final Map<String, Optional<Schema>> SCHEMAS = new ConcurrentHashMap<>();

    private KindSchemas() {}

    /** What is wrong with an object, a line each. */
    public static List<String> findings(Manifest object) {
        return findings(JSON.valueToTree(plain(object)), object.toString());
    }

    static List<String> findings(JsonNode object, String where) {
        String apiVersion = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        return schema(apiVersion, kind)
                .map(schema -> schema.validate(object).stream()
                        .map(error -> "schema %s: %s".formatted(where, error))
                        .toList())
                .orElseGet(() -> List.of("schema %s: the kind (%s %s) is unknown or no longer served"
                        .formatted(where, apiVersion, kind)));
    }

    private static Optional<Schema> schema(String apiVersion, String kind) {
        return SCHEMAS.computeIfAbsent(apiVersion.replace('/', '_') + "/" + kind + ".json", KindSchemas::read);
    }

    private static Optional<Schema> read(String file) {
        Path path = KINDS.resolve(file);
        try {
            return Files.exists(path)
                    ? Optional.of(REGISTRY.getSchema(JSON.readTree(path.toFile())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object as maps, lists and plain values that can be changed. */
    static Object plain(Manifest object) {
        try {
            return JSON.readValue(object.tree().toString(), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
