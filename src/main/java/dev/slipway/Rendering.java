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
    /** Held while anything is rendered in memory: constructs live in one process of Node, which serves one thread. */
    private static final Object ONE_AT_A_TIME = new Object();

    private Rendering() {}

    /** Renders to a folder, and says what it finds wrong. */
    private interface Aws {
        List<Problem> render(Plan plan, Path folder);
    }

    /** Both planes, by way of a folder that is gone afterwards: the CDK renders to disk only. */
    static Synthesis inMemory(Plan plan) {
        return inMemory(plan, Planes.BOTH, AwsPlane::render);
    }

    /** The same of some planes, without the CDK's own validation. */
    static Synthesis inMemory(Plan plan, Planes planes) {
        return inMemory(plan, planes, AwsPlane::renderUnvalidated);
    }

    private static Synthesis inMemory(Plan plan, Planes planes, Aws aws) {
        synchronized (ONE_AT_A_TIME) {
            return inTemporaryFolder(folder -> {
                Path cdkOut = folder.resolve(Synthesis.CDK_OUT);
                Path dist = folder.resolve(Synthesis.DIST);
                List<Problem> problems = new ArrayList<>();
                if (planes.hasStacks()) {
                    problems.addAll(aws.render(plan, cdkOut));
                }
                Map<String, String> manifests =
                        planes.hasManifests() ? KubernetesPlane.render(plan, problems) : Map.of();
                new Plan(plan.platform(), plan.environments(), problems).verify();
                writeManifests(manifests, dist);
                return Synthesis.read(cdkOut, dist);
            });
        }
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
