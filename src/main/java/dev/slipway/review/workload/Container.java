package dev.slipway.review.workload;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container of a workload's pods. */
public record Container(Workload workload, Tree tree) {
    public String name() {
        return tree.get("name").text();
    }

    public String image() {
        return tree.get("image").text();
    }

    /** What it says that it listens on: {@code 8080}. */
    public List<Long> ports() {
        return tree.get("ports").items().stream()
                .flatMap(port -> port.get("containerPort").number().stream())
                .toList();
    }

    /** The number of a port, given by its number or by its name. */
    public Optional<Long> port(String numberOrName) {
        return tree.get("ports").items().stream()
                .filter(port -> port.get("name").text().equals(numberOrName)
                        || port.get("containerPort").text().equals(numberOrName))
                .findFirst()
                .flatMap(port -> port.get("containerPort").number());
    }

    /** The variables of a container, as its snapshot keeps them. */
    private record Known(Map<String, EnvironmentVariable> byName) {}

    private Map<String, EnvironmentVariable> byName() {
        return workload.synthesis()
                .derived(Known.class, workload.part() + "/" + name(), () -> new Known(Variables.of(this)))
                .byName();
    }

    /** Every environment variable that it gets, in the order in which they apply; each name once. */
    public List<EnvironmentVariable> variables() {
        return List.copyOf(byName().values());
    }

    /** The environment variable with a name. */
    public Optional<EnvironmentVariable> variable(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    @Override
    public String toString() {
        return "container %s of %s".formatted(name(), workload);
    }
}
