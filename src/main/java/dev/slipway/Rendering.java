package dev.slipway;

import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Writes rendered planes to folders. */
final class Rendering {
    private Rendering() {}

    /** Both planes, by way of a folder that is gone afterwards: the CDK renders to disk only. */
    static Synthesis inMemory(Plan plan) {
        try {
            Path folder = Files.createTempDirectory("slipway-");
            try {
                Path cdkOut = folder.resolve(Synthesis.CDK_OUT);
                Path dist = folder.resolve(Synthesis.DIST);
                new Plan(plan.platform(), plan.environments(), AwsPlane.render(plan, cdkOut)).verify();
                writeManifests(plan, dist);
                return Synthesis.read(cdkOut, dist);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary folder cannot be used", e);
        }
    }

    static void writeManifests(Plan plan, Path folder) throws IOException {
        for (Map.Entry<String, String> file : KubernetesPlane.render(plan).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
