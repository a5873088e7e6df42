package dev.slipway.ordering.laptop.training;

import dev.slipway.ordering.laptop.process.LaptopProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The JVM of an image, unpacked. From 25 on it keeps an AOT cache, before that an archive of class data.
 *
 * @param feature its number, such as 25
 */
record Jvm(Path home, int feature) {
    private static final int AOT_IN_ONE_STEP = 25;

    static Jvm in(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.exists(release)) {
            throw new LaptopProblem(
                    "The folder (%s) must hold a JVM, and has no file release. Fix: name the folder that has bin/java in it."
                            .formatted(home));
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return new Jvm(home, Runtime.Version.parse(version).feature());
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    private boolean hasAot() {
        return feature >= AOT_IN_ONE_STEP;
    }

    /** The name of the cache of a service. */
    String file(String service) {
        return service + (hasAot() ? ".aot" : ".jsa");
    }

    /** Writes the cache when the program ends. */
    String write(Path cache) {
        return (hasAot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + cache;
    }

    /** Uses the cache where it fits, and starts without it where not. */
    String read(String cache) {
        return (hasAot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + cache;
    }
}
