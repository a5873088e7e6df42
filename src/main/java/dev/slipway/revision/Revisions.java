package dev.slipway.revision;

import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Synthesizes other revisions of a project, each in a worktree of its own and with its own build, and keeps what came of it.
 *
 * <pre>{@code
 * Revisions revisions = new Revisions(Path.of(""), Path.of(System.getProperty("user.home"), ".cache", "slipway"), "0.1.0");
 * Synthesis before = revisions.synthesis("origin/main");
 * }</pre>
 *
 * @param project folder of the project, somewhere in a Git repository
 * @param cache folder that what was synthesized is kept in, by commit, version of Java and of Slipway, and local properties
 * @param slipway version of Slipway that compares them
 */
public record Revisions(Path project, Path cache, String slipway) {
    private static final String LOCAL = "slipway.local.properties";

    public Revisions {
        project = project.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }

    /**
     * What the project rendered at a revision.
     *
     * @throws RevisionException where there is none, or it does not synthesize
     */
    public Synthesis synthesis(String revision) {
        Git git = Git.at(project);
        String commit = git.commit(revision);
        Path kept = cache.resolve(commit + "-" + key());
        if (!Files.isDirectory(kept)) {
            synthesize(git, commit, kept);
        }
        return Synthesis.read(kept.resolve(Synthesis.CDK_OUT), kept.resolve(Synthesis.DIST));
    }

    /** Whether that is known already, and needs no build. */
    public boolean isKept(String revision) {
        return Files.isDirectory(cache.resolve(Git.at(project).commit(revision) + "-" + key()));
    }

    private void synthesize(Git git, String commit, Path kept) {
        try {
            Files.createDirectories(cache);
            Path worktree = Files.createTempDirectory(cache, "worktree-");
            try {
                git.addWorktree(worktree, commit);
                Path copy = worktree.resolve(git.prefix());
                Seeds.sow(project, copy);
                Path local = project.resolve(LOCAL);
                if (Files.exists(local)) {
                    Files.copy(local, copy.resolve(LOCAL));
                }
                Build.of(copy).run(copy, git.shortId(commit));
                keep(copy, kept);
            } finally {
                git.removeWorktree(worktree);
                delete(worktree);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The cache (%s) cannot be written".formatted(cache), e);
        }
    }

    /** All at once, so that a run that is cut off, or another at the same time, leaves nothing half. */
    private void keep(Path copy, Path kept) throws IOException {
        Path fresh = Files.createTempDirectory(cache, "fresh-");
        boolean hasOutput = false;
        for (String folder : List.of(Synthesis.CDK_OUT, Synthesis.DIST)) {
            if (Files.isDirectory(copy.resolve(folder))) {
                Files.move(copy.resolve(folder), fresh.resolve(folder));
                hasOutput = true;
            }
        }
        if (!hasOutput) {
            delete(fresh);
            throw new RevisionException(
                    "The build of the revision wrote neither cdk.out nor dist",
                    "let its program call Slipway.synthesize.");
        }
        try {
            Files.move(fresh, kept);
        } catch (IOException e) {
            delete(fresh);
            if (!Files.isDirectory(kept)) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** What else the output depends on, beside the commit. */
    private String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(slipway.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            Path local = project.resolve(LOCAL);
            if (Files.exists(local)) {
                digest.update(Files.readAllBytes(local));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file (%s) cannot be read".formatted(LOCAL), e);
        }
    }
}
