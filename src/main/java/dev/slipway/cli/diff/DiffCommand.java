package dev.slipway.cli.diff;

import dev.slipway.cli.project.Failures;
import dev.slipway.cli.project.PriceOptions;
import dev.slipway.cli.project.Progress;
import dev.slipway.cli.project.ProjectOptions;
import dev.slipway.cli.project.Terminal;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.difference.Difference;
import dev.slipway.review.difference.Refusals;
import dev.slipway.review.difference.Side;
import dev.slipway.review.difference.render.JsonReport;
import dev.slipway.review.difference.render.MarkdownReport;
import dev.slipway.review.difference.render.TerminalReport;
import dev.slipway.review.difference.report.Report;
import dev.slipway.revision.Revisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway diff origin/main --refuse data,widening --write markdown=diff.md}. */
@Command(
        name = "diff",
        description = {
            "Shows what a change does on both planes, most dangerous first: to data, permissions, paths, events, cost"
                    + " and shape.",
            "Needs no AWS account: it compares what was rendered."
        },
        footer = {
            "",
            "Examples:",
            "  slipway diff                   the working tree with where it left main",
            "  slipway diff origin/release    with where it left another branch",
            "  slipway diff v1.2 v1.3         two revisions, each by its own build",
            "  slipway diff before/ after/    two folders with cdk.out and dist",
            "  slipway diff --refuse 'data,widening,cost>100' --write json=diff.json"
        })
public final class DiffCommand implements Callable<Integer> {
    private static final int USUAL_WIDTH = 120;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** How a report can be written. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Mixin
    private final PriceOptions prices = new PriceOptions();

    @Parameters(
            arity = "0..2",
            paramLabel = "<side>",
            description =
                    "A Git revision, or a folder with cdk.out and dist. One revision stands for where the working tree"
                            + " left it.")
    private List<String> sides = List.of();

    @Option(
            names = "--refuse",
            paramLabel = "<what>",
            defaultValue = Refusals.DEFAULT,
            description =
                    "What it ends with 1 for: none, data, replacement, widening, breaking, anything, a detection such"
                            + " as exposed, or cost>100 for so many dollars more a month in one environment. By default"
                            + " ${DEFAULT-VALUE}.")
    private String refuse = Refusals.DEFAULT;

    @Option(
            names = "--format",
            description = "What is printed: one of ${COMPLETION-CANDIDATES}. By default ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(
            names = "--write",
            paramLabel = "<format>=<file>",
            description = "Writes a file beside what is printed; can be given more than once.")
    private Map<Format, Path> files = new LinkedHashMap<>();

    @Option(
            names = "--schemas",
            paramLabel = "<folder>",
            defaultValue = "services/schemas",
            description =
                    "JSON Schemas of events, below the project or the compared folder. By default ${DEFAULT-VALUE}.")
    private String schemas = "services/schemas";

    @Option(
            names = "--cache",
            paramLabel = "<folder>",
            defaultValue = "${sys:user.home}/.cache/slipway/revisions",
            description = "Where synthesized revisions are kept. By default ~/.cache/slipway/revisions.")
    private Path cache = Path.of("");

    @Option(
            names = "--rest",
            paramLabel = "<place>",
            defaultValue = "the report in JSON",
            description = "What Markdown says holds all of it, where it has to leave something out. By default:"
                    + " ${DEFAULT-VALUE}.")
    private String rest = "the report in JSON";

    @Option(
            names = "--width",
            paramLabel = "<characters>",
            description = "Of the terminal; by default that of the environment, or 120.")
    private @Nullable Integer width;

    @Option(
            names = "--color",
            negatable = true,
            description = "Whether text has colours; by default where a terminal reads it and NO_COLOR is not set.")
    private @Nullable Boolean isColoured;

    /** 0 where it is fine, 1 where it is refused. */
    @Override
    public Integer call() throws IOException {
        Refusals refusals = refusals();
        Difference difference = Sides.finishing(this::difference);
        List<String> refused = refusals.of(difference);
        Report report = Report.of(difference, refused);
        for (Map.Entry<Format, Path> file : files.entrySet()) {
            Path path = file.getValue().toAbsolutePath();
            Files.createDirectories(path.getParent());
            Files.writeString(path, text(file.getKey(), difference, report, false));
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(text(format, difference, report, hasColour()));
        out.flush();
        return refused.isEmpty() ? Failures.FINE : Failures.REFUSED;
    }

    private Refusals refusals() {
        try {
            return Refusals.parse(refuse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }

    private Difference difference() {
        Path folder = options.folder();
        Prices known = prices.known(folder);
        Progress progress = Progress.ofProcess();
        Revisions revisions = new Revisions(
                folder, cache, spec == null ? "" : String.join(" ", spec.root().version()));
        Sides find = new Sides(folder, revisions, schemas, progress);
        Side before;
        Side after;
        if (sides.isEmpty()) {
            before = find.base();
            after = find.workingTree(options::project);
        } else if (sides.size() == 1) {
            String side = sides.get(0);
            before = Sides.isFolder(side) ? find.folder(side) : find.base(side);
            after = find.workingTree(options::project);
        } else {
            boolean isRead = Sides.isFolder(sides.get(0)) && Sides.isFolder(sides.get(1));
            List<Side> both = (isRead ? sides.parallelStream() : sides.stream())
                    .map(typed -> side(find, typed))
                    .toList();
            before = both.get(0);
            after = both.get(1);
        }
        return progress.during("comparing", () -> Difference.between(before, after, known));
    }

    private static Side side(Sides find, String typed) {
        return Sides.isFolder(typed) ? find.folder(typed) : find.revision(typed);
    }

    private String text(Format as, Difference difference, Report report, boolean hasColour) {
        return switch (as) {
            case TEXT -> new TerminalReport(as == format ? width() : UNLIMITED, hasColour).of(report);
            case MARKDOWN -> new MarkdownReport(MarkdownReport.GITHUB, rest).of(report);
            case JSON -> JsonReport.of(difference, report.refused());
        };
    }

    private int width() {
        if (width != null) {
            return width;
        }
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    private boolean hasColour() {
        return isColoured != null ? isColoured : Terminal.isThere() && System.getenv("NO_COLOR") == null;
    }
}
