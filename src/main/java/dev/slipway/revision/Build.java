package dev.slipway.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The commands by which a project synthesizes itself: those of its {@code cdk.json}, or Maven. */
record Build(List<String> commands) {
    private static final String MAVEN = "mvn --batch-mode --quiet compile exec:java";

    static Build of(Path project) {
        Path file = project.resolve("cdk.json");
        if (!Files.exists(file)) {
            return new Build(List.of(MAVEN));
        }
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readString(file));
            List<String> commands = Stream.of("build", "app")
                    .map(key -> json.path(key).asText())
                    .filter(command -> !command.isBlank())
                    .toList();
            return commands.isEmpty() ? new Build(List.of(MAVEN)) : new Build(commands);
        } catch (IOException e) {
            throw new RevisionException("The file (%s) cannot be read".formatted(file), "make it JSON.", e);
        }
    }

    void run(Path project, String revision) {
        boolean isWindows = File.separatorChar == '\\';
        for (String command : commands) {
            Command.Result result =
                    Command.run(project, isWindows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command));
            if (!result.isFine()) {
                throw new RevisionException(
                        "The revision (%s) does not synthesize; %s ended with %s:%n%s"
                                .formatted(revision, command, result.exit(), result.tail()),
                        "check it out and run that.");
            }
        }
    }
}
