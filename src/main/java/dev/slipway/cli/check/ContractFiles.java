package dev.slipway.cli.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.cli.project.UnfinishedException;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What services say they read: a folder with a JSON file for each. */
final class ContractFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContractFiles() {}

    /** In the order of their names; none where there is no such folder and nobody named it. */
    static List<Tree> in(Path folder, boolean isNamed) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (isNamed) {
                throw new UnfinishedException(
                        "The folder of contracts (%s) must be there.".formatted(folder), "name one with --contracts.");
            }
            return List.of();
        }
        List<Tree> contracts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                contracts.add(Tree.of(JSON.readValue(file.toFile(), Object.class)));
            }
        }
        return List.copyOf(contracts);
    }
}
