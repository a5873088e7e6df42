package dev.slipway.ordering.laptop.service;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.process.LaptopProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service that is built and has a contract.
 *
 * @param classes its own classes and resources, without its libraries
 */
public record Found(Contract contract, Path classes) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The services in the folder of that name of the repository, by name. */
    public static List<Found> in(Path services) {
        List<Found> found = contracts(services).stream()
                .flatMap(contract ->
                        classes(services, contract.service()).stream().map(classes -> new Found(contract, classes)))
                .toList();
        if (found.isEmpty()) {
            throw new LaptopProblem(
                    "The folder (%s) must hold services that are built. Fix: run services/laptop/start, which builds them."
                            .formatted(services));
        }
        return found;
    }

    /** All contracts, also those of services that are not there. */
    public static List<Contract> contracts(Path services) {
        try (Stream<Path> files = Files.list(services.resolve("contract"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> Contract.of(JSON.readTree(file.toFile())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> classes(Path services, String service) {
        return Optional.of(services.resolve(service).resolve("target").resolve("classes"))
                .filter(Files::isDirectory);
    }

    String name() {
        return contract.service();
    }
}
