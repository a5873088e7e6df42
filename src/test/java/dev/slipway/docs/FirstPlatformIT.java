package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.Child;
import dev.slipway.NodeTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide to a first platform, followed word for word from an empty folder, and what there is afterwards. */
class FirstPlatformIT {
    private static final Path GUIDE = Path.of("docs/guide/first-platform.md");
    private static final List<String> TYPED = new ArrayList<>();

    @TempDir
    private static Path temporary;

    private static OwnProject project = new OwnProject(Path.of(""), Path.of(""));

    @BeforeAll
    static void followTheGuide() throws IOException {
        assumeThat(System.getProperty("os.name"))
                .as("the repository is made of symbolic links")
                .doesNotContain("Windows");
        project = OwnProject.in(temporary);
        Child last = new Child(0, "", "");
        for (Markdown.Block block : Markdown.OF_THIS_REPOSITORY.blocks()) {
            if (!block.page().equals(GUIDE)) {
                continue;
            }
            if (block.isMarked("types")) {
                last = project.maven(block.text().strip());
                TYPED.add(block.text().strip());
                assertThat(last.exit() != 0)
                        .as("%s fails: %s%s", block, last.out(), last.err())
                        .isEqualTo(block.name().equals("break"));
            } else if (block.isMarked("prints")) {
                assertPrinted(block, last);
            } else if (block.isMarked("changes")) {
                project.change(block.text());
            }
        }
    }

    @AfterAll
    static void leave() throws IOException {
        project.unlink();
    }

    /** Every line of the page stands in the output, in this order; numbers of seconds and resources are not held. */
    private static void assertPrinted(Markdown.Block block, Child child) {
        List<String> printed = Stream.concat(child.out().lines(), child.err().lines())
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").replaceFirst("^\\[[A-Z]+] ?", ""))
                .map(FirstPlatformIT::comparable)
                .toList();
        List<String> shown =
                block.text().lines().map(FirstPlatformIT::comparable).toList();
        assertThat(printed).as(block.toString()).containsSubsequence(shown);
    }

    private static String comparable(String line) {
        return line.strip().replaceAll("[0-9]+(\\.[0-9]+)?", "#").replaceAll(" +", " ");
    }

    @Test
    void typesEverythingThatTheGuideIsAbout() {
        assertThat(TYPED)
                .hasSize(5)
                .contains("mvn compile exec:java", "mvn verify")
                .first()
                .asString()
                .contains(":init ");
    }

    @Test
    void showsTheSourcesThatWereWritten() throws IOException {
        String head = "package com.acme.shop;\n\n";
        assertThat(project.text("src/main/java/com/acme/shop/ShopPlatform.java"))
                .isEqualTo(head + shown("shop-platform"));
        assertThat(project.text("src/test/java/com/acme/shop/ShopPlatformTest.java"))
                .isEqualTo(head + shown("shop-test"));
    }

    private static String shown(String snippet) {
        return Markdown.OF_THIS_REPOSITORY.blocks().stream()
                .filter(block -> block.page().equals(GUIDE) && block.name().equals(snippet))
                .map(Markdown.Block::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theProgramRunsWithoutAnyFlagOfTheJvm() throws IOException {
        String classPath =
                project.text("target/slipway.args").lines().toList().get(4).replace("\"", "");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Child child = project.run(List.of(java, "-cp", classPath, "com.acme.shop.ShopPlatform"));

        assertThat(child.exit()).as(child.err()).isZero();
        assertThat(child.out()).startsWith("Platform shop");
        assertThat(project.folder().resolve(".mvn")).as("flags for Maven").doesNotExist();
        assertThat(project.text("pom.xml"))
                .as("flags that only save time")
                .containsOnlyOnce("<argLine>-XX:TieredStopAtLevel=1 -XX:+UseSerialGC</argLine>")
                .doesNotContain("javaagent", "jvmArg");
    }

    @Test
    void theTestsRunWithoutAnyFlagOfTheJvm() {
        Child child = project.maven("mvn test -DargLine=");

        assertThat(child.exit()).as(child.out() + child.err()).isZero();
    }

    @Test
    void theCdkCliAndTheCdk8sCliStartTheProgramWithoutMaven() throws IOException {
        Child cdk = project.run(List.of(NodeTools.installed("cdk"), "ls"));
        assertThat(cdk.exit()).as(cdk.err()).isZero();
        assertThat(cdk.out().lines()).contains("dev/streaming (shop-dev-streaming)");

        Child cdk8s = project.run(List.of(NodeTools.installed("cdk8s"), "synth", "--no-check-upgrade"));
        assertThat(cdk8s.exit()).as(cdk8s.err()).isZero();
        assertThat(project.folder().resolve("dist/dev/order.k8s.yaml")).exists();
    }

    @Test
    void theGoalRunsCommandsOnTheProject() throws IOException {
        Child graph = project.maven("mvn -q slipway:run -Dargs=graph");
        assertThat(graph.exit()).as(graph.out() + graph.err()).isZero();
        assertThat(graph.out()).contains("flowchart", "order.placed");

        Child check = project.maven("mvn -q slipway:run -Dargs=check");
        assertThat(check.exit()).as(check.out() + check.err()).isZero();
    }

    @Test
    void startingAgainNamesEveryFileInTheWayAndWritesNone() throws IOException {
        Files.delete(project.folder().resolve("cdk.json"));
        Map<String, String> before = sources();

        Child child = project.maven(TYPED.get(0));

        assertThat(child.exit()).isNotZero();
        assertThat(child.out())
                .contains("pom.xml) must not be there yet", "README.md) must not be there yet")
                .doesNotContain("cdk.json) must not")
                .contains("nothing was written.");
        assertThat(sources()).isEqualTo(before);
        Files.copy(Path.of("cdk.json"), project.folder().resolve("cdk.json"));
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(project.folder())) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = project.folder().relativize(path).toString();
                if (!name.matches("(target|cdk\\.out|dist)/.*")) {
                    sources.put(name, Files.readString(path));
                }
            }
        }
        return sources;
    }
}
