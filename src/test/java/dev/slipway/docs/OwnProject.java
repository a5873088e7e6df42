package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Somebody's own project, in a folder outside of this repository. It knows Slipway only from a Maven repository of its own,
 * into which the artifact of this build was installed; everything else there is what this build has downloaded.
 */
record OwnProject(Path folder, Path repository) {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final String VERSION = required("slipway.version");

    /** An empty project, and a repository with the artifact that the phase {@code package} has just made. */
    static OwnProject in(Path temporary) throws IOException {
        Path downloaded = Path.of(required("slipway.maven.repository"));
        Path repository = Files.createDirectory(temporary.resolve("repository"));
        linkAll(downloaded, repository, "dev");
        linkAll(downloaded.resolve("dev"), Files.createDirectory(repository.resolve("dev")), "slipway");
        OwnProject project = new OwnProject(Files.createDirectory(temporary.resolve("shop")), repository);
        Path jar = Path.of("target", "slipway-%s.jar".formatted(VERSION)).toAbsolutePath();
        Path pom = Path.of("target", "slipway.pom").toAbsolutePath();
        assertThat(List.of(jar, pom)).as("what mvn package makes").allMatch(Files::exists);
        Child installed = project.maven(
                "mvn %s:install-file -Dfile=%s -DpomFile=%s".formatted(required("slipway.maven.install"), jar, pom));
        assertThat(installed.exit()).as(installed.out()).isZero();
        return project;
    }

    private static void linkAll(Path from, Path to, String without) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> paths = Files.list(from)) {
            for (Path path : paths.toList()) {
                if (!path.endsWith(without)) {
                    Files.createSymbolicLink(to.resolve(path.getFileName()), path.toAbsolutePath());
                }
            }
        }
    }

    /** Removes the links of the repository, and nothing that they lead to. */
    void unlink() throws IOException {
        for (Path linking : List.of(repository, repository.resolve("dev"))) {
            try (Stream<Path> paths = Files.list(linking)) {
                for (Path path : paths.filter(Files::isSymbolicLink).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Runs what somebody types: {@code maven("mvn compile exec:java")}. */
    Child maven(String typed) {
        List<String> words = new ArrayList<>(List.of(typed.split(" ")));
        assertThat(words.remove(0)).isEqualTo("mvn");
        List<String> command = new ArrayList<>();
        command.add(Path.of(required("slipway.maven.home"), "bin", WINDOWS ? "mvn.cmd" : "mvn")
                .toString());
        command.addAll(List.of("--batch-mode", "--no-transfer-progress", "-Dmaven.repo.local=" + repository));
        if (required("slipway.maven.offline").endsWith("true")) {
            command.add("--offline");
        }
        command.addAll(words);
        return run(command);
    }

    /** Runs a program in the project's folder, with no flags for any JVM. */
    Child run(List<String> command) {
        return Child.of(folder, Map.of("MAVEN_OPTS", "", "CI", "true"), command);
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Replaces the lines that a difference takes away by those that it adds, in the one source that has them. */
    void change(String difference) throws IOException {
        String gone = lines(difference, "-");
        String fresh = lines(difference, "+");
        List<Path> changed = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder.resolve("src"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(path);
                if (text.contains(gone)) {
                    Files.writeString(path, text.replace(gone, fresh));
                    changed.add(path);
                }
            }
        }
        assertThat(changed).as("sources with the lines%n%s", gone).hasSize(1);
    }

    private static String lines(String difference, String sign) {
        StringBuilder lines = new StringBuilder();
        difference.lines().filter(line -> line.startsWith(sign)).forEach(line -> lines.append(line.substring(1))
                .append('\n'));
        return lines.toString();
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        assertThat(value).as("the property %s, which the build sets", property).isNotNull();
        return value;
    }
}
