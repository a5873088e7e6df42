package dev.slipway;

import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes rendered planes to folders. */
final class Rendering {
    private Rendering() {}

    /** Both planes, by way of a folder that is gone afterwards: the CDK renders to disk only. */
    static Synthesis inMemory(Plan plan) {
        return inTemporaryFolder(folder -> {
            Path cdkOut = folder.resolve(Synthesis.CDK_OUT);
            Path dist = folder.resolve(Synthesis.DIST);
            List<Problem> problems = new ArrayList<>(AwsPlane.render(plan, cdkOut));
            Map<String, String> manifests = KubernetesPlane.render(plan, problems);
            new Plan(plan.platform(), plan.environments(), problems).verify();
            writeManifests(manifests, dist);
            return Synthesis.read(cdkOut, dist);
        });
    }

    /** Work that needs a folder. */
    interface Work<T> {
        T in(Path folder) throws IOException;
    }

    /** Does something in a folder that is gone afterwards. */
    static <T> T inTemporaryFolder(Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("slipway-");
            try {
                return work.in(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary folder cannot be used", e);
        }
    }

    static void writeManifests(Map<String, String> files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
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
