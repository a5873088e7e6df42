package dev.slipway.ordering.laptop.training;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of an image in a tar file. */
final class Layers {
    private static final JsonMapper JSON = new JsonMapper();

    private Layers() {}

    /** Lays the files below a folder, which is emptied, with the times that they have in the image. */
    static void unpack(Path tar, Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Map<String, byte[]> blobs = blobs(tar);
        JsonNode manifest = JSON.readTree(
                blob(blobs, JSON.readTree(blob(blobs, "index.json")).at("/manifests/0")));
        for (JsonNode layer : manifest.path("layers")) {
            unpack(blob(blobs, layer), folder);
        }
    }

    private static void unpack(byte[] layer, Path folder) throws IOException {
        try (InputStream unzipped = new GzipCompressorInputStream(new ByteArrayInputStream(layer));
                TarArchiveInputStream tar = new TarArchiveInputStream(unzipped)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("The entry (%s) must lie below its folder".formatted(entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(tar, file);
                    // a cache is of files of this size and time
                    Files.setLastModifiedTime(
                            file, FileTime.from(entry.getLastModifiedDate().toInstant()));
                }
            }
        }
    }

    private static byte[] blob(Map<String, byte[]> blobs, JsonNode descriptor) throws IOException {
        return blob(blobs, "blobs/" + descriptor.path("digest").asString().replace(':', '/'));
    }

    private static byte[] blob(Map<String, byte[]> blobs, String name) throws IOException {
        return Optional.ofNullable(blobs.get(name))
                .orElseThrow(() -> new IOException("The image must have a file " + name));
    }

    private static Map<String, byte[]> blobs(Path tar) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream stream =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)))) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
        }
        return files;
    }
}
