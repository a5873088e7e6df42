package dev.slipway.ordering.laptop.image;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image in a tar file, as OCI lays it out. */
record Image(JsonNode configuration, List<Map<String, TarArchiveEntry>> layers) {
    private static final JsonMapper JSON = new JsonMapper();

    /** By their digests: images for two machines have the same layers, and unzipping them is most of the work. */
    private static final Map<String, Map<String, TarArchiveEntry>> LAYERS = new ConcurrentHashMap<>();

    private static final Map<Path, Image> IMAGES = new ConcurrentHashMap<>();

    static Image of(Path tar) {
        return IMAGES.computeIfAbsent(tar, Image::read);
    }

    private static Image read(Path tar) {
        Map<String, byte[]> files = files(tar);
        JsonNode manifest = blob(files, JSON.readTree(files.get("index.json")).at("/manifests/0"));
        return new Image(
                blob(files, manifest.path("config")),
                manifest.path("layers")
                        .valueStream()
                        .map(layer -> LAYERS.computeIfAbsent(path(layer), path -> entries(files.get(path))))
                        .toList());
    }

    private static JsonNode blob(Map<String, byte[]> files, JsonNode descriptor) {
        return JSON.readTree(files.get(path(descriptor)));
    }

    private static String path(JsonNode descriptor) {
        return "blobs/" + descriptor.path("digest").asString().replace(':', '/');
    }

    private static Map<String, byte[]> files(Path tar) {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream stream =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)))) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Map<String, TarArchiveEntry> entries(byte[] layer) {
        Map<String, TarArchiveEntry> entries = new TreeMap<>();
        try (InputStream unzipped = new GzipCompressorInputStream(new ByteArrayInputStream(layer));
                TarArchiveInputStream stream = new TarArchiveInputStream(unzipped)) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                entries.put(entry.getName(), entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** What an image of this configuration starts. */
    List<String> entryPoint() {
        return texts("/config/Entrypoint");
    }

    String mainClass() {
        return entryPoint().get(entryPoint().size() - 1);
    }

    List<String> texts(String pointer) {
        return configuration.at(pointer).valueStream().map(JsonNode::asString).toList();
    }

    String text(String pointer) {
        return configuration.at(pointer).asString();
    }

    /** The layer that a file of this name is in, as its number. */
    int layerOf(String name) {
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer).containsKey(name)) {
                return layer;
            }
        }
        throw new AssertionError(name + " is in no layer");
    }
}
