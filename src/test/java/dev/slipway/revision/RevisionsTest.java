package dev.slipway.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // the build of the test's project is a shell script
class RevisionsTest {
    @TempDir
    private Path folder;

    private Repository repository;
    private Revisions revisions;

    @BeforeEach
    void begin() throws IOException {
        repository = Repository.in(folder);
        revisions = new Revisions(repository.folder(), folder.resolve("cache"), "1");
    }

    private static String greeting(Synthesis synthesis) {
        return synthesis.manifest("prod", "ConfigMap", "order").at("data.GREETING").text();
    }

    @Test
    void buildsEachRevisionByItself() throws IOException {
        String first = repository.git("rev-parse", "HEAD");
        repository.commit("good morning");
        repository.write("greeting", "not committed");

        assertThat(greeting(revisions.synthesis(first))).isEqualTo("hello");
        assertThat(greeting(revisions.synthesis("main"))).isEqualTo("good morning");
        assertThat(repository.git("status", "--short")).isEqualTo("M greeting");
        assertThat(repository.git("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void keepsWhatItBuilt() throws IOException {
        revisions.synthesis("main");
        assertThat(revisions.isKept("main")).isTrue();
        revisions.synthesis("main");

        assertThat(repository.runs()).isEqualTo(1);
        new Revisions(repository.folder(), folder.resolve("cache"), "2").synthesis("main");
        assertThat(repository.runs()).isEqualTo(2);
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept).hasSize(2);
        }
    }

    @Test
    void takesTheAccountOfThisMachine() throws IOException {
        revisions.synthesis("main");
        repository.write("slipway.local.properties", "account=1");

        assertThat(greeting(revisions.synthesis("main"))).isEqualTo("helloaccount=1");
    }

    @Test
    void givesTheBuildWhatIsStampedWithTheSameLock() throws IOException {
        repository.write("package-lock.json", "{}");
        repository.write("build.sh", "mkdir -p dist/prod && cp target/tools/made dist/prod/made.txt");
        repository.commit("with tools");
        Path tools = Files.createDirectories(repository.folder().resolve("target/tools"));
        Files.writeString(tools.resolve("package-lock.json"), "{}");
        Files.writeString(tools.resolve("made"), "once");

        assertThat(revisions.synthesis("main").files()).containsEntry("dist/prod/made.txt", "once");
    }

    @Test
    void saysWhichRevisionThereIsNot() {
        assertThatThrownBy(() -> revisions.synthesis("nowhere"))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("The revision (nowhere) must be a commit, branch or tag of the repository")
                .hasMessageContaining("Fix: fetch it first");
        assertThatThrownBy(() -> revisions.synthesis("--upload-pack=sh")).isInstanceOf(RevisionException.class);
    }

    @Test
    void showsWhyABuildFailsAndLeavesNothing() throws IOException {
        repository.write("build.sh", "echo this is why >&2; exit 7");
        String broken = repository.commit("broken");

        assertThatThrownBy(() -> revisions.synthesis(broken))
                .hasMessageContaining("does not synthesize; sh build.sh ended with 7:")
                .hasMessageContaining("this is why");
        assertThat(revisions.isKept(broken)).isFalse();
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void comparesWithWhereABranchWasLeft() throws IOException {
        String base = repository.git("rev-parse", "HEAD");
        repository.git("checkout", "--quiet", "-b", "change");
        repository.commit("mine");
        repository.git("checkout", "--quiet", "main");
        repository.commit("theirs");
        repository.git("checkout", "--quiet", "change");

        assertThat(Git.at(repository.folder()).mergeBase("main")).isEqualTo(base);
        assertThat(Git.at(repository.folder()).mainBranch()).contains("main");
    }

    @Test
    void readsTextsOfARevision() throws IOException {
        Files.createDirectories(repository.folder().resolve("schemas"));
        repository.write("schemas/a.v1.json", "{}");
        repository.write("schemas/README.md", "no schema");
        String commit = repository.commit("schemas");

        assertThat(Git.at(repository.folder()).texts(commit, "schemas", ".json")).containsOnlyKeys("a.v1.json");
        assertThat(Git.at(repository.folder()).texts(commit, "nothing", ".json")).isEmpty();
    }
}
