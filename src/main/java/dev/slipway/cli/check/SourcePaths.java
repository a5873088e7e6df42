package dev.slipway.cli.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where the source files of a project are, by their names alone: a stack trace knows no more. */
record SourcePaths(Map<String, String> byName) {
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "cdk.out", "dist", "build");

    /** The sources of Java and Kotlin below a folder; of two with one name, the first by path. */
    static SourcePaths below(Path folder) throws IOException {
        Map<String, String> byName = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = String.valueOf(directory.getFileName());
                boolean isSkipped = !directory.equals(folder) && (SKIPPED.contains(name) || name.startsWith("."));
                return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".java") || name.endsWith(".kt")) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    byName.merge(name, path, (one, other) -> one.compareTo(other) <= 0 ? one : other);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new SourcePaths(byName);
    }

    /** The path, or the name itself where there is no such file. */
    String of(String name) {
        return byName.getOrDefault(name, name);
    }
}
