package dev.slipway.ordering.laptop;

import dev.slipway.ordering.laptop.process.Ports;
import dev.slipway.ordering.laptop.shop.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** One laptop with all services for the test classes that leave one as it was; a parameter of their methods. */
final class SharedLaptop implements AutoCloseable {
    private final Path folder;
    private final int kafkaPort = Ports.free();
    private final Collector collector = new Collector();
    private LaptopProcess process;

    private SharedLaptop() {
        try {
            folder = Files.createTempDirectory("shared-laptop-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = start();
    }

    private LaptopProcess start() {
        return LaptopProcess.startAmong(
                collector.variables(),
                folder,
                "--port",
                "0",
                "--data",
                data().toString(),
                "--kafka-port",
                Integer.toString(kafkaPort));
    }

    /** Kills it, and returns the processes that it had. */
    List<ProcessHandle> kill() {
        List<ProcessHandle> processes = process.processes();
        process.kill();
        process.awaitEnd();
        return processes;
    }

    /** Starts it on the data that it had, at another address. */
    void startAgain() {
        process = start();
    }

    /** Its data folder. */
    Path data() {
        return folder.resolve("data");
    }

    /** The address of its front door. */
    String url() {
        return process.url();
    }

    Shop shop() {
        return new Shop(process.url());
    }

    /** Where its services send their spans. */
    Collector collector() {
        return collector;
    }

    int kafkaPort() {
        return kafkaPort;
    }

    /** What stands under this name in its secrets. */
    String secret(String name) {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(data().resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty(name);
    }

    @Override
    public void close() throws IOException {
        process.close();
        collector.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Starts it when the first asks for it; it stops after the last test. */
    static final class Given implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedLaptop.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(SharedLaptop.class))
                    .computeIfAbsent(SharedLaptop.class, type -> new SharedLaptop());
        }
    }
}
