package dev.slipway.ordering.laptop.training;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.part.Home;
import dev.slipway.ordering.laptop.part.Secrets;
import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.service.Addresses;
import dev.slipway.ordering.laptop.service.Found;
import dev.slipway.ordering.laptop.service.Values;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts a service once as its image would, up to the point where it would take requests, and has the JVM keep what it
 * loaded and linked for that. Only the same build of the JVM can use it, on the same jars.
 */
public final class Training {
    /** Where the image has the cache. */
    static final String IN_IMAGE = "/app/cache/";

    private static final long PATIENCE_MINUTES = 5;

    private final Path services;
    private final Jvm jvm;

    Training(Path services, Jvm jvm) {
        this.services = services.toAbsolutePath().normalize();
        this.jvm = jvm;
    }

    /** Arguments: the folder of the services, that of the image's JVM, and services, else all. */
    public static void main(String[] arguments) throws Exception {
        Training training = new Training(Path.of(arguments[0]), Jvm.in(Path.of(arguments[1])));
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        for (Found found : Found.in(training.services)) {
            if (wanted.isEmpty() || wanted.contains(found.contract().service())) {
                Path cache = training.train(found.contract());
                System.out.printf("%s: %s KiB%n", cache, Files.size(cache) / 1024);
            }
        }
    }

    /** Writes {@code target/cache} of a service: the cache, and the options with which a JVM finds it in the image. */
    Path train(Contract contract) throws IOException, InterruptedException {
        String service = contract.service();
        Path target = services.resolve(service).resolve("target");
        Path root = target.resolve("unpacked");
        Layers.unpack(target.resolve("image-amd64.tar"), root);
        Path folder = Files.createDirectories(target.resolve("cache"));
        Path cache = folder.resolve(jvm.file(service));
        Files.deleteIfExists(cache);
        run(contract, root, jvm.write(cache), target.resolve("training.log"));
        if (!Files.exists(cache)) {
            throw new LaptopProblem("The service (%s) must leave a cache, and did not. Fix: see %s."
                    .formatted(service, target.resolve("training.log")));
        }
        Files.writeString(folder.resolve("options"), jvm.read(IN_IMAGE + jvm.file(service)) + "\n");
        return cache;
    }

    /** Starts what was unpacked, with no part around it, and ends it when it is wired. */
    void run(Contract contract, Path root, String option, Path log) throws IOException, InterruptedException {
        Path app = root.resolve("app");
        String classPath = Files.readString(app.resolve("jib-classpath-file")).strip();
        ProcessBuilder builder = new ProcessBuilder(
                        jvm.java(),
                        option,
                        "-cp",
                        classPath.replace("/app/", app + File.separator),
                        "-Dspring.context.exit=onRefresh",
                        "-Dspring.flyway.enabled=false",
                        Files.readString(app.resolve("jib-main-class-file")).strip())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(values(contract));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new LaptopProblem("The service (%s) must end well when it is wired, and ended with %s. Fix: see %s."
                    .formatted(contract.service(), process.exitValue(), log));
        }
    }

    private static Map<String, String> values(Contract contract) throws IOException {
        try (Home home = new Home(Optional.empty())) {
            Addresses nowhere = new Addresses("http://localhost", 1, 1, 1, 1);
            return new Values(nowhere, new Secrets(home), Map.of()).of(contract, 0);
        }
    }
}
