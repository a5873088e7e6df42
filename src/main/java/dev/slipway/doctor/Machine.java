package dev.slipway.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs that a project is built and deployed with. */
public final class Machine {
    /** As {@code pom.xml} requires them. */
    private static final int JAVA = 17;

    private static final int NEWEST_TRIED = 25;
    private static final String MAVEN = "3.8";

    /** Node's lines that are supported: https://nodejs.org/en/about/previous-releases, 2026-11. */
    private static final String NODE = "22";

    private static final String NODE_TOLERATED = "20";
    private static final String NPM = "10";
    private static final String CDK = "aws-cdk";

    private final Path folder;
    private final Programs programs;
    private final int java;

    Machine(Path folder, Programs programs, int java) {
        this.folder = folder;
        this.programs = programs;
        this.java = java;
    }

    /** This machine, for the project of a folder. */
    public static Machine of(Path folder) {
        return new Machine(
                folder.toAbsolutePath(),
                Programs.ofThisMachine(),
                Runtime.version().feature());
    }

    /** What is there, and what is not. */
    public List<Finding> look() {
        List<Finding> all = new ArrayList<>();
        all.add(jdk());
        all.add(atLeast("Maven", script("mvn"), "--version", MAVEN, "install it from https://maven.apache.org."));
        all.add(node());
        all.add(atLeast("npm", script("npm"), "--version", NPM, "install Node " + NODE + ", which brings it."));
        all.add(cdk());
        all.add(kubectl());
        return all;
    }

    private Finding jdk() {
        String found = String.valueOf(java);
        String needed = "%s to %s".formatted(JAVA, NEWEST_TRIED);
        return java > NEWEST_TRIED
                ? new Finding(
                        Finding.Level.WARNING,
                        "JDK",
                        found,
                        needed,
                        "nobody has tried this one: point JAVA_HOME at a JDK %s where something fails."
                                .formatted(NEWEST_TRIED))
                : java < JAVA
                        ? new Finding(
                                Finding.Level.ERROR,
                                "JDK",
                                found,
                                needed,
                                "point JAVA_HOME at a JDK %s.".formatted(NEWEST_TRIED))
                        : Finding.ok("JDK", found, needed);
    }

    private Finding node() {
        Finding found = atLeast("Node", List.of("node"), "--version", NODE, "install it from https://nodejs.org.");
        boolean isTolerated = found.level() == Finding.Level.ERROR
                && Version.in(found.found())
                        .map(version -> version.isAtLeast(NODE_TOLERATED))
                        .orElse(false);
        return isTolerated
                ? new Finding(
                        Finding.Level.WARNING,
                        "Node",
                        found.found(),
                        found.needed(),
                        "it works, and is out of support: " + found.fix())
                : found;
    }

    private Finding atLeast(String what, List<String> command, String option, String least, String fix) {
        List<String> whole = new ArrayList<>(command);
        whole.add(option);
        Optional<Version> found = programs.output(folder, whole).flatMap(Version::in);
        String needed = least + " or later";
        return found.filter(version -> version.isAtLeast(least))
                .map(version -> Finding.ok(what, version.text(), needed))
                .orElseGet(() -> new Finding(
                        Finding.Level.ERROR, what, found.map(Version::text).orElse("not on the PATH"), needed, fix));
    }

    /** The CLI that the project pins, among its own Node tools. */
    private Finding cdk() {
        Optional<String> pinned = pinned();
        if (pinned.isEmpty()) {
            return new Finding(
                    Finding.Level.ERROR,
                    "CDK CLI",
                    "no version in package.json",
                    "one, pinned",
                    "run slipway init, or npm install --save-dev --save-exact aws-cdk.");
        }
        Path own = folder.resolve("node_modules/.bin").resolve(Programs.isWindows() ? "cdk.cmd" : "cdk");
        Optional<Version> found = Files.exists(own)
                ? programs.output(folder, List.of(own.toString(), "--version")).flatMap(Version::in)
                : Optional.empty();
        return found.filter(version -> version.text().equals(pinned.get()))
                .map(version -> Finding.ok("CDK CLI", version.text(), pinned.get()))
                .orElseGet(() -> new Finding(
                        Finding.Level.ERROR,
                        "CDK CLI",
                        found.map(Version::text).orElse("not installed"),
                        pinned.get(),
                        "npm ci"));
    }

    private Optional<String> pinned() {
        try {
            var file = new ObjectMapper().readTree(Files.readString(folder.resolve("package.json")));
            return List.of("devDependencies", "dependencies").stream()
                    .map(kind -> file.path(kind).path(CDK).asText())
                    .filter(version -> !version.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Finding kubectl() {
        Optional<Version> found = programs.output(folder, List.of("kubectl", "version", "--client"))
                .flatMap(Version::in);
        return found.map(version -> Finding.ok("kubectl", version.text(), "any, to apply manifests by hand"))
                .orElseGet(() -> new Finding(
                        Finding.Level.WARNING,
                        "kubectl",
                        "not on the PATH",
                        "any, to apply manifests by hand",
                        "install it from https://kubernetes.io/docs/tasks/tools/, or leave applying to GitOps."));
    }

    private static List<String> script(String name) {
        return List.of(Programs.isWindows() ? name + ".cmd" : name);
    }
}
