package dev.slipway.review.topology;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What runs in an environment and what links it: {@code dist/<environment>.topology.json}, read back.
 *
 * <pre>{@code
 * Topology.of(synthesis, "dev").orElseThrow().edges()
 * }</pre>
 *
 * @param choices of the environment, its platform, and Slipway's defaults
 */
public record Topology(
        String platform,
        String environment,
        List<Service> services,
        List<Topic> topics,
        List<Store> stores,
        List<Edge> edges,
        List<Choice> choices) {
    public Topology {
        services = List.copyOf(services);
        topics = List.copyOf(topics);
        stores = List.copyOf(stores);
        edges = List.copyOf(edges);
        choices = List.copyOf(choices);
    }

    /**
     * A service.
     *
     * @param min replicas, none of a job between its runs
     * @param max replicas
     */
    public record Service(String name, int min, int max, String image, OptionalInt port) {}

    /**
     * A topic.
     *
     * @param key the field of its events by which they are ordered
     * @param retention how long events are kept where it is not compacted
     */
    public record Topic(
            String name, int partitions, Optional<String> key, boolean compacted, Optional<Duration> retention) {}

    /**
     * A database, cache, bucket or secret.
     *
     * @param id {@code order/postgres} of one service's own, {@code bucket/invoices} of one that several use
     * @param provider the choice that meets it, by its class: {@code RdsPostgres}
     */
    public record Store(String id, String kind, String provider) {}

    /**
     * An arrow.
     *
     * @param from what it leads from, by its sort and name: {@code service/order}, {@code topic/order.placed},
     *     {@code store/order/postgres}, {@code host/api.example.com:443}, {@code namespace/reporting}, {@code route/api/orders}
     * @param to what it leads to, likewise
     * @param kind {@code publishes}, {@code consumes}, {@code materializes}, {@code uses}, {@code calls}, {@code reaches} or
     *     {@code routes}
     * @param label the need, in a reader's words
     */
    public record Edge(String from, String to, String kind, String label) {}

    /** What was chosen of a kind, both by their classes: {@code Cluster}, {@code EksAutoMode}. */
    public record Choice(String kind, String choice) {}

    /** That of an environment; nothing where its folder was rendered without one. */
    public static Optional<Topology> of(Synthesis synthesis, String environment) {
        Tree tree = synthesis.json("%s/%s.topology.json".formatted(Synthesis.DIST, environment));
        return tree.exists() ? Optional.of(of(tree)) : Optional.empty();
    }

    private static Topology of(Tree tree) {
        return new Topology(
                tree.get("platform").text(),
                tree.get("environment").text(),
                tree.get("services").items().stream().map(Topology::service).toList(),
                tree.get("topics").items().stream().map(Topology::topic).toList(),
                tree.get("stores").items().stream().map(Topology::store).toList(),
                tree.get("edges").items().stream().map(Topology::edge).toList(),
                tree.get("choices").items().stream()
                        .map(choice -> new Choice(
                                choice.get("kind").text(), choice.get("choice").text()))
                        .toList());
    }

    private static Service service(Tree tree) {
        return new Service(
                tree.get("name").text(),
                number(tree.at("replicas.min")),
                number(tree.at("replicas.max")),
                tree.get("image").text(),
                tree.get("port").exists() ? OptionalInt.of(number(tree.get("port"))) : OptionalInt.empty());
    }

    private static Topic topic(Tree tree) {
        return new Topic(
                tree.get("name").text(),
                number(tree.get("partitions")),
                optional(tree.get("key")),
                tree.get("compacted").isTrue(),
                optional(tree.get("retention")).map(Duration::parse));
    }

    private static Store store(Tree tree) {
        return new Store(
                tree.get("id").text(),
                tree.get("kind").text(),
                tree.get("provider").text());
    }

    private static Edge edge(Tree tree) {
        return new Edge(
                tree.get("from").text(),
                tree.get("to").text(),
                tree.get("kind").text(),
                tree.get("label").text());
    }

    private static int number(Tree tree) {
        return tree.number().map(Math::toIntExact).orElse(0);
    }

    private static Optional<String> optional(Tree tree) {
        return tree.exists() ? Optional.of(tree.text()) : Optional.empty();
    }
}
