package dev.slipway.acceptance.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables of this package, with a line for their head and cells parted by bars; a bar within a cell has a backslash before it. */
final class Lines {
    private static final Path FOLDER = Path.of("src/test/resources/dev/slipway/acceptance/mutation");

    /** One that no backslash stands before. */
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private Lines() {}

    static Stream<String[]> of(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .skip(1)
                    .map(line -> BAR.split(line, -1))
                    .map(cells -> Stream.of(cells)
                            .map(cell -> cell.replace("\\|", "|"))
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
