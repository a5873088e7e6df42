package dev.slipway.ordering.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of this module, as they lie in the repository. */
final class Folder {
    static final Path SCHEMAS = Path.of("").toAbsolutePath();
    static final Path RELEASED = SCHEMAS.resolve("released");
    static final Path CONTRACT = SCHEMAS.resolve("../contract");
    private static final String SUFFIX = ".v1.json";

    private Folder() {}

    /** The schemas of a folder by name, the envelope among them. */
    static Map<String, String> schemas(Path folder) {
        Map<String, String> schemas = new TreeMap<>();
        files(folder, SUFFIX).forEach(file -> schemas.put(name(file), read(file)));
        return schemas;
    }

    static List<String> topics() {
        return schemas(SCHEMAS).keySet().stream()
                .filter(name -> !name.equals("envelope"))
                .toList();
    }

    static List<JsonNode> contracts() {
        return files(CONTRACT, ".json").stream()
                .map(file -> new JsonMapper().readTree(read(file)))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
