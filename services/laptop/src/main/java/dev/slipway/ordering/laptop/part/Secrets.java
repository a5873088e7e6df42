package dev.slipway.ordering.laptop.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Random secrets, each made once and kept beside the data that it protects. */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    /** Reads those of an earlier start. */
    public Secrets(Home home) {
        file = home.file("secrets.properties");
        try {
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    known.load(reader);
                }
            } else {
                create();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /** The secret of this name: 256 random bits in Base64. */
    public synchronized String of(String name) {
        String secret = known.getProperty(name);
        if (secret != null) {
            return secret;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String made = Base64.getEncoder().encodeToString(bytes);
        known.setProperty(name, made);
        try (Writer writer = Files.newBufferedWriter(file)) {
            known.store(writer, "Secrets of this laptop's data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }
}
