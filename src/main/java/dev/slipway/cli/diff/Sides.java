package dev.slipway.cli.diff;

import dev.slipway.cli.project.Progress;
import dev.slipway.cli.project.Project;
import dev.slipway.cli.project.UnfinishedException;
import dev.slipway.review.Synthesis;
import dev.slipway.review.difference.Side;
import dev.slipway.revision.Git;
import dev.slipway.revision.RevisionException;
import dev.slipway.revision.Revisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds what is to be compared by what was typed: folders, revisions, or nothing, which is the working tree.
 *
 * @param folder of the project
 * @param schemas folder of JSON Schemas below it, or below a folder that is compared
 */
record Sides(Path folder, Revisions revisions, String schemas, Progress progress) {
    private static final String ENDING = ".json";

    static boolean isFolder(String typed) {
        return Files.isDirectory(Path.of(typed, Synthesis.CDK_OUT))
                || Files.isDirectory(Path.of(typed, Synthesis.DIST));
    }

    Side folder(String typed) {
        Path where = Path.of(typed);
        return new Side(
                typed,
                Synthesis.read(where.resolve(Synthesis.CDK_OUT), where.resolve(Synthesis.DIST)),
                texts(where.resolve(schemas)));
    }

    /** A revision as it is. */
    Side revision(String revision) {
        Git git = Git.at(folder);
        return revision(git, revision, git.commit(revision));
    }

    /** Where the working tree and a revision went apart: what others have done to it since is no change of ours. */
    Side base(String revision) {
        Git git = Git.at(folder);
        return revision(git, revision, git.mergeBase(revision));
    }

    Side base() {
        return base(Git.at(folder)
                .mainBranch()
                .orElseThrow(() -> new UnfinishedException(
                        "There is no branch main to compare with.", "name a revision: slipway diff <revision>.")));
    }

    private Side revision(Git git, String typed, String commit) {
        String id = git.shortId(commit);
        String name = typed.equals(id) || commit.startsWith(typed) ? id : "%s (%s)".formatted(typed, id);
        Synthesis synthesis = progress.during("synthesizing " + name, () -> revisions.synthesis(commit));
        return new Side(name, synthesis, git.texts(commit, schemas, ENDING));
    }

    Side workingTree(Supplier<Project> project) {
        return new Side("working tree", project.get().synthesis(), texts(folder.resolve(schemas)));
    }

    private static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                texts.put(
                        folder.relativize(file).toString(),
                        Files.readString(file).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder (%s) cannot be read".formatted(folder), e);
        }
        return texts;
    }

    /** What went wrong with a revision, as a command says it. */
    static <T> T finishing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RevisionException e) {
            String[] parts = String.valueOf(e.getMessage()).split("\\R  Fix: ", 2);
            throw new UnfinishedException(parts[0], parts.length == 2 ? parts[1] : "see above.", e);
        }
    }
}
