package dev.slipway.cli.graph;

import dev.slipway.cli.project.Project;
import dev.slipway.cli.project.ProjectOptions;
import dev.slipway.cli.project.UnfinishedException;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.render.topology.TopologyFile;
import dev.slipway.review.Synthesis;
import dev.slipway.review.graph.Graph;
import dev.slipway.review.graph.Mermaid;
import dev.slipway.review.graph.picture.Layout;
import dev.slipway.review.graph.picture.Png;
import dev.slipway.review.graph.picture.Svg;
import dev.slipway.review.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slipway graph --output platform.svg}. */
@Command(
        name = "graph",
        description = {
            "Draws the platform, or one environment of it: services with their routes and stores, the topics between them, and hosts outside.",
            "Nothing is rendered for it, so it takes a moment only."
        },
        footer = {
            "",
            "Examples:",
            "  slipway graph                                        Mermaid, to standard output",
            "  slipway graph --output platform.svg",
            "  slipway graph --environment prod --output prod.png   with replicas, partitions and providers"
        })
public final class GraphCommand implements Callable<Integer> {
    /** What a picture is written as. */
    enum Format {
        MERMAID,
        SVG,
        PNG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By the ending of a file. */
        static Format of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".svg") ? SVG : name.endsWith(".png") ? PNG : MERMAID;
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "<environment>",
            description = "One environment; by default the platform, without what differs between them.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "The file to write; by default standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "<format>",
            description = "One of ${COMPLETION-CANDIDATES}; by default that of the file's name.")
    private Optional<Format> format = Optional.empty();

    @Override
    public Integer call() {
        Format chosen = format.orElseGet(() -> output.map(Format::of).orElse(Format.MERMAID));
        if (chosen == Format.PNG && output.isEmpty()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "A PNG is nothing to be read on a terminal. Fix: name a file with --output platform.png.");
        }
        byte[] picture = drawn(graph(options.project()), chosen);
        output.ifPresentOrElse(file -> write(file, picture), () -> print(picture));
        return 0;
    }

    /**
     * The picture that was asked for.
     *
     * @throws InvalidPlatformException where the platform has an error
     */
    private Graph graph(Project project) {
        return environment
                .map(name -> Graph.of(topology(project.environment(name))))
                .orElseGet(() -> project.plan().verify().environments().stream()
                        .findFirst()
                        .map(first -> Graph.ofPlatform(topology(first)))
                        .orElseGet(() -> new Graph(List.of(), List.of())));
    }

    private static Topology topology(EnvironmentPlan plan) {
        Map<String, String> files = new TreeMap<>();
        TopologyFile.of(plan, List.of()).forEach((path, text) -> files.put(Synthesis.DIST + "/" + path, text));
        return Topology.of(Synthesis.of(files), plan.name()).orElseThrow();
    }

    private static byte[] drawn(Graph graph, Format format) {
        return switch (format) {
            case MERMAID -> Mermaid.of(graph).getBytes(StandardCharsets.UTF_8);
            case SVG -> Svg.of(Layout.of(graph)).getBytes(StandardCharsets.UTF_8);
            case PNG -> {
                System.setProperty("java.awt.headless", "true");
                yield Png.of(Layout.of(graph));
            }
        };
    }

    private static void write(Path file, byte[] picture) {
        try {
            Files.write(file, picture);
        } catch (IOException e) {
            throw new UnfinishedException(
                    "The file (%s) cannot be written: %s."
                            .formatted(file, e.getClass().getSimpleName()),
                    "name one in a folder that is there.",
                    e);
        }
    }

    private void print(byte[] picture) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(new String(picture, StandardCharsets.UTF_8));
        out.flush();
    }
}
