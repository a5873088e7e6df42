package dev.slipway.cli;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts a project in a folder: all of its files, or none where one is in the way.
 *
 * <pre>{@code
 * Init.Result result = Init.of(Path.of("shop"), Optional.of("shop"), Optional.of("com.acme.shop")).run();
 * }</pre>
 *
 * @param folder made where it is missing
 * @param starter what is written
 */
public record Init(Path folder, Starter starter) {
    /**
     * What became of it.
     *
     * @param written the paths of what was written, below the folder; none where there is a problem
     * @param nextSteps what to type now
     */
    public record Result(List<String> written, List<Problem> problems, String nextSteps) {
        public Result {
            written = List.copyOf(written);
            problems = List.copyOf(problems);
        }

        /** All of it as lines for the user. */
        public String text() {
            List<String> lines = new ArrayList<>();
            problems.forEach(problem -> lines.add(problem.toString()));
            lines.addAll(written.stream().map(path -> "  " + path).toList());
            lines.add(nextSteps);
            return String.join(System.lineSeparator(), lines);
        }
    }

    /** With the name of the folder where no name is given, and a package of the name where none is. */
    public static Init of(Path folder, Optional<String> name, Optional<String> packageName) {
        Path absolute = folder.toAbsolutePath().normalize();
        String platform = name.orElseGet(() -> String.valueOf(absolute.getFileName()));
        return new Init(absolute, new Starter(platform, packageName.orElseGet(() -> Starter.packageOf(platform))));
    }

    /** Checks everything, then writes everything. */
    public Result run() throws IOException {
        List<Problem> problems = new ArrayList<>(starter.problems());
        if (problems.isEmpty()) {
            problems.addAll(inTheWay());
        }
        if (!problems.isEmpty()) {
            return new Result(
                    List.of(),
                    problems,
                    "%s problem%s; nothing was written.".formatted(problems.size(), problems.size() == 1 ? "" : "s"));
        }
        for (Map.Entry<String, String> file : starter.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
        return new Result(
                List.copyOf(starter.files().keySet()),
                List.of(),
                "Platform %s is in %s. Next, there: mvn compile exec:java".formatted(starter.name(), folder));
    }

    private List<Problem> inTheWay() {
        List<Problem> problems = new ArrayList<>();
        for (Path path = folder; path != null; path = path.getParent()) {
            if (isNoFolder(path)) {
                return List.of(error(
                        "init/directory",
                        Starter.COMMAND,
                        "The directory (%s) must be a folder, or not be there yet.".formatted(path),
                        "name another, such as --directory shop, or -Ddirectory=shop with Maven."));
            }
        }
        for (String file : starter.files().keySet()) {
            Path path = folder.resolve(file);
            firstInTheWay(path)
                    .map(Init::exists)
                    .filter(problem -> !problems.contains(problem))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /** The file itself where it is there, or what stands where one of its folders has to be. */
    private Optional<Path> firstInTheWay(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(file);
        }
        for (Path path = file.getParent(); path != null && !path.equals(folder); path = path.getParent()) {
            if (isNoFolder(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static boolean isNoFolder(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path);
    }

    private static Problem exists(Path path) {
        return error(
                "init/exists",
                Starter.COMMAND,
                "The file (%s) must not be there yet: nothing is overwritten.".formatted(path),
                "move it away, or start in an empty folder with --directory shop, or -Ddirectory=shop with Maven.");
    }
}
