package dev.slipway.ordering.checks.configuration;

import dev.slipway.ordering.checks.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service reads of its environment, from its built classes and configuration and those of the starter. */
record Service(Reads reads) {
    private static final Pattern IMPORT = Pattern.compile("classpath:(slipway/[a-z]+\\.yaml)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");

    private static final String OTEL = "org.springframework.boot.opentelemetry.autoconfigure.";

    /** What libraries read by themselves, and the class that does. */
    static final Map<String, String> BY_LIBRARIES = Map.of(
            "AWS_REGION", "software.amazon.awssdk.core.SdkSystemSetting",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", OTEL + "OpenTelemetryEnvironmentVariableEnvironmentPostProcessor",
            "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", OTEL + "OpenTelemetryEnvironmentVariableEnvironmentPostProcessor",
            "OTEL_TRACES_SAMPLER", OTEL + "OpenTelemetryEnvironmentVariableEnvironmentPostProcessor",
            "OTEL_TRACES_SAMPLER_ARG", OTEL + "OpenTelemetryEnvironmentVariableEnvironmentPostProcessor",
            "OTEL_SERVICE_NAME", OTEL + "OpenTelemetryResourceAttributes",
            "OTEL_RESOURCE_ATTRIBUTES", OTEL + "OpenTelemetryResourceAttributes");

    /** What the JVM reads by itself. */
    static final String BY_JVM = "JAVA_TOOL_OPTIONS";

    static Service of(String name) {
        return of(name, Build.classes(name), Build.classes("starter"));
    }

    static Service of(String name, Path classes, Path starter) {
        Reads reads = Reads.none();
        String own = configuration(classes.resolve(name + ".yaml"));
        reads.placeholders(own);
        Matcher imports = IMPORT.matcher(own);
        StringBuilder all = new StringBuilder(own);
        while (imports.find()) {
            String imported = configuration(starter.resolve(imports.group(1)));
            reads.placeholders(imported);
            all.append('\n').append(imported);
        }
        List.of(classes, starter)
                .forEach(folder -> Build.files(folder, ".class").forEach(file -> Bytecode.read(file, reads)));
        // what only a profile needs, its own document sets: payment-laptop.yaml
        Build.files(classes, ".yaml")
                .filter(file -> file.getFileName().toString().startsWith(name + "-"))
                .forEach(file -> all.append("\n---\n").append(configuration(file)));
        Settings.missing(all.toString(), classes).forEach(reads.required()::add);
        return new Service(reads);
    }

    private static String configuration(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("The configuration " + file + " must exist");
        }
        return COMMENT.matcher(Build.read(file)).replaceAll("");
    }

    /**
     * Everything that does not fit what the platform sets.
     *
     * @param givenToAny what the platform sets for one service or another: what the starter can do without, it may look
     *     for in each
     */
    List<String> problems(SortedSet<String> given, SortedSet<String> givenToAny) {
        SortedSet<String> problems = new TreeSet<>();
        reads.required().stream()
                .filter(variable -> !given.contains(variable))
                .forEach(variable -> problems.add(variable + " is required and the platform does not set it"));
        reads.optional().stream()
                .filter(variable -> !givenToAny.contains(variable))
                .forEach(variable -> problems.add(variable + " is read and no platform sets it"));
        given.stream()
                .filter(variable ->
                        !reads.has(variable) && !BY_LIBRARIES.containsKey(variable) && !variable.equals(BY_JVM))
                .forEach(variable -> problems.add(variable + " is set by the platform and nothing reads it"));
        return List.copyOf(problems);
    }
}
