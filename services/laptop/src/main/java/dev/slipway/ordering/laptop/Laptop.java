package dev.slipway.ordering.laptop;

import dev.slipway.ordering.laptop.process.LaptopProblem;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, says where it is, and stops everything again on Ctrl-C. */
@Command(
        name = "services/laptop/start",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts all services on PostgreSQL, Kafka and Redis of their own, behind one port.")
final class Laptop implements Callable<Integer> {
    private static final double MILLIS = 1_000.0;

    @Option(names = "--port", defaultValue = "8080", description = "Port of the front door; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "<folder>",
            description = "Keeps all data there; default: a folder that is gone afterwards.")
    private @Nullable Path data;

    @Option(names = "--postgres-port", defaultValue = "0", description = "Port of PostgreSQL; default: any.")
    private int postgresPort;

    @Option(names = "--kafka-port", defaultValue = "0", description = "Port of Kafka; default: any.")
    private int kafkaPort;

    @Option(names = "--redis-port", defaultValue = "0", description = "Port of Redis; default: any.")
    private int redisPort;

    @Option(
            names = "--apart",
            split = ",",
            paramLabel = "<service>",
            description = "Services that get a process of their own, which is started again when it ends; or: all.")
    private List<String> apart = List.of();

    @Option(names = "--services", hidden = true, required = true)
    private Path services = Path.of("");

    private Laptop() {}

    /** Arguments: see {@code services/laptop/start --help}. */
    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        CommandLine command = new CommandLine(new Laptop());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (!(failure instanceof LaptopProblem)) {
                throw failure;
            }
            line.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Ordering ordering = new Ordering(services.toAbsolutePath().normalize());
        CountDownLatch stopped = new CountDownLatch(1);
        Thread stop = new Thread(() -> {
            ordering.close();
            stopped.countDown();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        Set<String> alone = new HashSet<>(apart);
        try {
            ordering.start(
                    new Ordering.Settings(port, postgresPort, kafkaPort, redisPort, Optional.ofNullable(data), alone));
        } catch (Exception e) {
            if (!ordering.isClosed()) {
                throw e;
            }
            // what fails while it is being stopped is no news
            stopped.await();
            return CommandLine.ExitCode.OK;
        }
        System.out.println(Welcome.text(ordering.url(), seconds()));
        stopped.await();
        return CommandLine.ExitCode.OK;
    }

    /** Since this process began, in seconds. */
    private static double seconds() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / MILLIS;
    }
}
