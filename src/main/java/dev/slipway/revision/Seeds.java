package dev.slipway.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a build keeps from one run to the next, given to the build of another revision: folders below {@code target} that are stamped with
 * the {@code package-lock.json} they were made from, where the revision has the same one. Its build looks at the stamp itself.
 */
final class Seeds {
    private static final String LOCK = "package-lock.json";

    private Seeds() {}

    static void sow(Path from, Path to) {
        try (Stream<Path> folders =
                Files.exists(from.resolve("target")) ? Files.list(from.resolve("target")) : Stream.empty()) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (isSame(folder.resolve(LOCK), to.resolve(LOCK))) {
                    copy(folder, to.resolve(from.relativize(folder).toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.mismatch(one, other) < 0;
    }

    /** The times become those of now: a stamp must be newer than what it stamps. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            List<Path> all = paths.toList();
            for (Path path : all) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
