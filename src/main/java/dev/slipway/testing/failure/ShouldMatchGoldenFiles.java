package dev.slipway.testing.failure;

import dev.slipway.testing.golden.FileDifference;
import java.nio.file.Path;
import java.util.List;

/** What was rendered is not what the golden files say, or they were to be written where they may not be. */
public final class ShouldMatchGoldenFiles {
    /** So many lines are read; more are skimmed. */
    private static final int MOST_SHOWN = 40;

    private ShouldMatchGoldenFiles() {}

    /** The failure of files that differ, with the first of the changes. */
    public static Failure shouldMatch(String what, Path folder, List<FileDifference> differences) {
        int lines = differences.stream().mapToInt(FileDifference::changed).sum();
        List<String> shown =
                differences.stream().flatMap(file -> file.shown().stream()).toList();
        Failure failure = Failure.expecting(what)
                .line("to match the golden files in")
                .value(path(folder))
                .line("but %s in %s".formatted(counted(lines, "line"), counted(differences.size(), "file"))
                        + (lines == 1 ? " differs" : " differ"));
        shown.stream().limit(MOST_SHOWN).forEach(failure::value);
        if (shown.size() > MOST_SHOWN) {
            failure.value("and more");
        }
        return failure.line(
                "If that is meant, run the test with -Dslipway.update=true, read what it changes, and commit it.");
    }

    /** The failure of an update on a build server, where nobody would read and commit it. */
    public static Failure shouldNotBeWritten(String what, Path folder, String ci) {
        return Failure.expecting(what)
                .line("not to be written on a build server as the golden files in")
                .value(path(folder))
                .line("but -Dslipway.update=true is given, and the environment has CI=" + ci)
                .line("Run the test with -Dslipway.update=true on a machine of your own, read what it changes, and"
                        + " commit it.");
    }

    private static String counted(int number, String what) {
        return "%s %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private static String path(Path folder) {
        return folder.toString().replace('\\', '/');
    }
}
