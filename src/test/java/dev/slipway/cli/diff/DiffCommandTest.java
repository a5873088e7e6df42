package dev.slipway.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.CommandRun;
import dev.slipway.review.difference.Small;
import dev.slipway.revision.Repository;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return new CommandRun(out, err).of(new DiffCommand(), arguments);
    }

    private String side(String name, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(name).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder.resolve(name).toString();
    }

    @Test
    void endsWith0WhereNothingIsRefused() throws IOException {
        String before = side("before", Small.files("hello", "orders"));
        String after = side("after", Small.files("hi", "orders"));

        assertThat(run(before, after, "--no-color")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Fine\nchanges (1)").contains("~ data.GREETING: hello → hi");
    }

    @Test
    void endsWith1WhereSomethingIs() throws IOException {
        String before = side("before", Small.files("hello", "orders"));
        String after = side("after", Small.files("hello", "bills"));

        assertThat(run(before, after)).isEqualTo(1);
        assertThat(out.toString()).contains("Refused\n    ! data: prod/database AWS::RDS::DBInstance Instance");
        assertThat(run(before, after, "--refuse", "none")).isZero();
    }

    @Test
    void takesPricesOfOnesOwn() throws IOException {
        Map<String, String> files = new TreeMap<>(Small.files("hello", "orders"));
        String before = side("before", files);
        files.replaceAll((path, text) -> text.replace("db.t4g.small", "db.t4g.large"));
        String after = side("after", files);
        Path prices = Files.writeString(folder.resolve("ours.csv"), """
            rds/postgres/db.t4g.small,*,1,hour,2026-11-01,our agreement
            rds/postgres/db.t4g.large,*,2,hour,2026-11-01,our agreement
            """);

        assertThat(run(before, after, "--no-color", "--prices", prices.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("$730.00").contains("$1460.00");
        assertThat(run(before, after, "--refuse", "cost>500", "--prices", prices.toString()))
                .isEqualTo(1);
    }

    @Test
    void endsWith3WherePricesCannotBeRead() throws IOException {
        String side = side("before", Small.files("hello", "orders"));
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "eks/cluster,cheap");

        assertThat(run(side, side, "--prices", wrong.toString())).isEqualTo(3);
        assertThat(run(side, side, "--prices", folder.resolve("none.csv").toString()))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains("Line 1 of the prices (eks/cluster,cheap)", "none.csv) must be a file that can be read");
    }

    @Test
    void endsWith2WhereWhatIsRefusedIsMistyped() throws IOException {
        String side = side("before", Small.files("hello", "orders"));

        assertThat(run(side, side, "--refuse", "everything")).isEqualTo(2);
        assertThat(err.toString()).startsWith("What is refused (everything) must be none, cost>100, or one of");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWith3WhereARevisionIsMissing() throws IOException {
        Repository repository = Repository.in(folder);

        assertThat(run("--project", repository.folder().toString(), "v1", "v2")).isEqualTo(3);
        assertThat(err.toString()).startsWith("The revision (v1) must be a commit, branch or tag of the repository");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void comparesTwoRevisionsAndWritesFiles() throws IOException {
        Repository repository = Repository.in(folder);
        repository.git("tag", "v1");
        repository.commit("good morning");
        Path json = folder.resolve("out/diff.json");
        Path markdown = folder.resolve("out/diff.md");

        int exit = run(
                "--project",
                repository.folder().toString(),
                "--cache",
                folder.resolve("cache").toString(),
                "--write",
                "json=" + json,
                "--write",
                "markdown=" + markdown,
                "v1",
                "main");

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).contains("~ data.GREETING: hello → good morning");
        assertThat(Files.readString(json)).contains("\"verdict\" : \"fine\"");
        assertThat(Files.readString(markdown)).startsWith("## Slipway: fine\n\n`v1 (");
    }
}
