package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
    @TempDir
    private Path folder;

    @Test
    void putsFreshContentInPlaceOfAllThatStoodThere() throws IOException {
        write("out/old.txt");
        Replacement replacement = Replacement.of(folder.resolve("out"));
        write(".out.new/deep/new.txt");

        replacement.commit();

        assertThat(files()).containsExactly("out/deep/new.txt");
    }

    @Test
    void leavesWhatStoodThereWhenNothingIsCommitted() throws IOException {
        write("out/old.txt");
        Replacement replacement = Replacement.of(folder.resolve("out"));
        write(".out.new/half.txt");

        replacement.discard();

        assertThat(files()).containsExactly("out/old.txt");
    }

    @Test
    void createsWhatWasNotThere() throws IOException {
        Replacement replacement = Replacement.of(folder.resolve("out"));
        write(".out.new/new.txt");

        replacement.commit();
        replacement.discard();

        assertThat(files()).containsExactly("out/new.txt");
    }

    @Test
    void restoresTheOldWhereARunWasCutOffBetweenTheMoves() throws IOException {
        write(".out.old/old.txt");
        write(".out.new/half.txt");

        Replacement.of(folder.resolve("out"));

        assertThat(files()).containsExactly("out/old.txt");
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
