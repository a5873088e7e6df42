package dev.slipway.ordering.laptop.part;

import dev.slipway.ordering.laptop.process.LaptopProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of all data: one that the user names and that stays, or one that is gone afterwards. */
public final class Home implements AutoCloseable {
    private final Path folder;
    private final boolean stays;
    private final FileChannel lock;

    /** Opens the folder for this program alone. */
    public Home(Optional<Path> named) {
        stays = named.isPresent();
        try {
            folder = named.isPresent()
                    ? Files.createDirectories(named.get().toAbsolutePath().normalize())
                    : Files.createTempDirectory("ordering-laptop-");
            lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked() == null) {
                lock.close();
                throw new LaptopProblem(
                        "The data folder (%s) must belong to one laptop, and another is running on it. Fix: stop that one, or choose another folder with --data."
                                .formatted(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable FileLock locked() throws IOException {
        try {
            return lock.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A folder below it, made where it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file below it. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Whether the data is there the next time too. */
    public boolean stays() {
        return stays;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (!stays) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "data folder";
    }
}
