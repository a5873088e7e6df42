package dev.slipway.ordering.laptop;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.door.FrontDoor;
import dev.slipway.ordering.laptop.part.Home;
import dev.slipway.ordering.laptop.part.Kafka;
import dev.slipway.ordering.laptop.part.Mailbox;
import dev.slipway.ordering.laptop.part.Postgres;
import dev.slipway.ordering.laptop.part.Redis;
import dev.slipway.ordering.laptop.part.Secrets;
import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.process.Parts;
import dev.slipway.ordering.laptop.process.Ports;
import dev.slipway.ordering.laptop.process.Processes;
import dev.slipway.ordering.laptop.service.Addresses;
import dev.slipway.ordering.laptop.service.Found;
import dev.slipway.ordering.laptop.service.Services;
import dev.slipway.ordering.laptop.service.Values;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole system on one machine. */
final class Ordering implements AutoCloseable {
    private static final String ALL = "all";
    private static final String MAILS = "notification";

    private final Path services;
    private final Parts parts = Parts.inOrder();
    private String url = "";

    /** What a user can choose; a port of 0 is any. */
    record Settings(int port, int postgresPort, int kafkaPort, int redisPort, Optional<Path> data, Set<String> apart) {}

    Ordering(Path services) {
        this.services = services;
    }

    /** Returns when every service is ready. */
    void start(Settings settings) throws Exception {
        List<Found> found = Found.in(services);
        List<Contract> contracts = Found.contracts(services);
        Set<String> apart = apart(settings, found);
        FrontDoor door = new FrontDoor(settings.port());
        url = door.url();
        Addresses addresses = new Addresses(
                url,
                Ports.take(settings.postgresPort(), "PostgreSQL", "--postgres-port"),
                Ports.take(settings.kafkaPort(), "Kafka", "--kafka-port"),
                Ports.take(settings.redisPort(), "Redis", "--redis-port"),
                Ports.free());
        Home home = parts.start(() -> new Home(settings.data()));
        Processes processes = parts.start(Processes::new);
        Secrets secrets = new Secrets(home);
        Values values = new Values(addresses, secrets, System.getenv());

        CompletableFuture<?> database = begin(() -> database(processes, home, secrets, addresses, contracts, values));
        CompletableFuture<?> broker = begin(() -> broker(home, addresses, contracts, values));
        CompletableFuture<?> cache = begin(() -> cache(processes, home, addresses, contracts, values));
        Mailbox mailbox = parts.start(() -> new Mailbox(addresses.mail(), MAILS, values.mailPassword(MAILS)));
        await(CompletableFuture.allOf(database, broker, cache));

        Services all = parts.start(() -> new Services(found));
        all.start(processes, services, home.folder("log"), values, apart);
        parts.start(() -> door.open(contracts, all.ports(), mailbox));
        String users = "http://%s:%s".formatted(Ports.LOOPBACK, all.ports().getOrDefault("user", 0));
        new Seed(url, users, secrets.of("operator"), parts::isClosed).plant();
    }

    private Set<String> apart(Settings settings, List<Found> found) {
        Set<String> names =
                found.stream().map(service -> service.contract().service()).collect(Collectors.toSet());
        if (settings.apart().contains(ALL)) {
            return names;
        }
        settings.apart().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new LaptopProblem("The service (%s) of --apart must be one of %s."
                            .formatted(name, names.stream().sorted().collect(Collectors.joining(", "))));
                });
        return settings.apart();
    }

    private void database(
            Processes processes,
            Home home,
            Secrets secrets,
            Addresses addresses,
            List<Contract> contracts,
            Values values)
            throws Exception {
        Postgres postgres = parts.start(() -> new Postgres(processes, home, secrets, addresses.database()));
        for (Contract contract : contracts) {
            if (contract.sets("DATABASE_NAME")) {
                postgres.admit(contract.service(), values.databasePassword(contract.service()));
            }
        }
    }

    private void broker(Home home, Addresses addresses, List<Contract> contracts, Values values) throws Exception {
        Map<String, String> passwords = byService(contracts, values::kafkaPassword);
        parts.start(() -> new Kafka(home, addresses.kafka(), passwords)).admit(contracts);
    }

    private void cache(Processes processes, Home home, Addresses addresses, List<Contract> contracts, Values values)
            throws Exception {
        List<Contract> users = contracts.stream()
                .filter(contract -> contract.sets("CACHE_KEY_PREFIX"))
                .toList();
        Map<String, String> prefixes = new LinkedHashMap<>();
        users.forEach(user ->
                prefixes.put(user.service(), user.known("CACHE_KEY_PREFIX").orElseThrow()));
        Map<String, String> passwords = byService(users, values::cachePassword);
        parts.start(() -> new Redis(processes, home, addresses.cache(), passwords, prefixes));
    }

    private static Map<String, String> byService(List<Contract> contracts, Function<String, String> value) {
        Map<String, String> values = new LinkedHashMap<>();
        contracts.forEach(contract -> values.put(contract.service(), value.apply(contract.service())));
        return values;
    }

    private interface Step {
        void run() throws Exception;
    }

    private static CompletableFuture<Void> begin(Step step) {
        return CompletableFuture.runAsync(() -> {
            try {
                step.run();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    private static void await(CompletableFuture<?> all) throws Exception {
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** The address of the front door. */
    String url() {
        return url;
    }

    /** Whether it was told to stop. */
    boolean isClosed() {
        return parts.isClosed();
    }

    @Override
    public void close() {
        parts.close();
    }
}
