package dev.slipway.revision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The repository that a folder is in, through the program git.
 *
 * <pre>{@code
 * Git git = Git.at(Path.of(""));
 * git.mergeBase("origin/main")
 * }</pre>
 */
public final class Git {
    private final Path folder;

    private Git(Path folder) {
        this.folder = folder;
    }

    /**
     * That of a folder.
     *
     * @throws RevisionException where it is in none
     */
    public static Git at(Path folder) {
        Git git = new Git(folder.toAbsolutePath().normalize());
        if (git.tried("rev-parse", "--show-toplevel").isEmpty()) {
            throw new RevisionException(
                    "The folder (%s) must be in a Git repository to compare revisions".formatted(git.folder),
                    "compare two folders, each with cdk.out and dist.");
        }
        return git;
    }

    private Command.Result run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return Command.run(folder, command);
    }

    private Optional<String> tried(String... arguments) {
        Command.Result result = run(arguments);
        return result.isFine() ? Optional.of(result.out().strip()) : Optional.empty();
    }

    private String must(String fix, String... arguments) {
        Command.Result result = run(arguments);
        if (!result.isFine()) {
            throw new RevisionException(
                    "git %s failed: %s"
                            .formatted(String.join(" ", arguments), result.err().strip()),
                    fix);
        }
        return result.out().strip();
    }

    /**
     * The id of the commit that a branch, tag, id or expression names.
     *
     * @throws RevisionException where it names none
     */
    public String commit(String revision) {
        return tried("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
                .orElseThrow(() -> new RevisionException(
                        "The revision (%s) must be a commit, branch or tag of the repository".formatted(revision),
                        "fetch it first, as a shallow clone holds but the newest: git fetch origin " + revision + "."));
    }

    /** The commit from which this one and a revision went apart; that of the revision where they never were together. */
    public String mergeBase(String revision) {
        String commit = commit(revision);
        return tried("merge-base", commit, "HEAD").orElse(commit);
    }

    /** The branch that others start from: that of the remote, or one called main or master. */
    public Optional<String> mainBranch() {
        return Stream.of("origin/HEAD", "main", "origin/main", "master", "origin/master")
                .filter(name -> tried("rev-parse", "--verify", "--quiet", name + "^{commit}")
                        .isPresent())
                .findFirst();
    }

    /** {@code 4f2c9e1} */
    public String shortId(String commit) {
        return tried("rev-parse", "--short", commit).orElse(commit);
    }

    /** The path of the folder below the top of the repository; empty where it is the top. */
    String prefix() {
        return must("look at the repository.", "rev-parse", "--show-prefix");
    }

    void addWorktree(Path where, String commit) {
        must(
                "remove what is in the way.",
                "worktree",
                "add",
                "--quiet",
                "--force",
                "--detach",
                where.toString(),
                commit);
    }

    void removeWorktree(Path where) {
        run("worktree", "remove", "--force", "--force", where.toString());
        run("worktree", "prune");
    }

    /** The texts of files of a folder at a commit, by their names; none where there is no such folder. */
    public Map<String, String> texts(String commit, String below, String ending) {
        Map<String, String> texts = new TreeMap<>();
        String path = prefix() + below;
        tried("ls-tree", "--name-only", "--full-tree", commit, path + "/").ifPresent(list -> list.lines()
                .filter(name -> name.endsWith(ending))
                .forEach(name -> tried("show", commit + ":" + name)
                        .ifPresent(text -> texts.put(name.substring(name.lastIndexOf('/') + 1), text))));
        return texts;
    }
}
