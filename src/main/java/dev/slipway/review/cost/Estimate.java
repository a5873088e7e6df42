package dev.slipway.review.cost;

import dev.slipway.platform.operation.Money;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.cost.meter.ClusterMeters;
import dev.slipway.review.cost.meter.FreeTypes;
import dev.slipway.review.cost.meter.Metered;
import dev.slipway.review.cost.meter.Meters;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.cost.usage.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an environment costs a month of 730 hours, on demand, line by line. What is used is assumed where nothing rendered
 * says it, and each such line tells what was assumed. Cross-zone transfer, support and taxes are left out.
 *
 * <pre>{@code
 * Estimate estimate = Estimate.of(synthesis, "prod", Prices.published());
 * estimate.total()
 * }</pre>
 *
 * @param environment or the stage that environments share
 * @param region whose prices were taken; empty where it is not known
 * @param lines what has a price
 * @param unpriced what has none, and is not in the total
 * @param free what costs nothing
 */
public record Estimate(String environment, String region, List<Line> lines, List<Unpriced> unpriced, List<Free> free) {
    public Estimate {
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
        free = List.copyOf(free);
    }

    /** Of an environment as it is usually used, in its region. */
    public static Estimate of(Synthesis synthesis, String environment, Prices prices) {
        return of(synthesis, environment, prices, Usage.usual());
    }

    public static Estimate of(Synthesis synthesis, String environment, Prices prices, Usage usage) {
        return in(Region.of(synthesis, environment).orElse(""), synthesis, environment, prices, usage);
    }

    /** As if the environment were in another region: {@code in("us-east-1", synthesis, "prod", prices, Usage.usual())}. */
    public static Estimate in(String region, Synthesis synthesis, String environment, Prices prices, Usage usage) {
        Lines lines = new Lines(region, prices);
        synthesis.templates(environment).stream()
                .flatMap(template -> template.resources().stream())
                .forEach(resource -> lines.add(resource, usage));
        ClusterMeters.of(synthesis, environment, usage).forEach(lines::add);
        return new Estimate(environment, region, lines.priced, lines.unpriced, lines.free);
    }

    /** Of everything that has a price. */
    public Money total() {
        return sum(lines.stream());
    }

    /** The part of the total that does not depend on use. */
    public Money fixed() {
        return sum(lines.stream().filter(Line::isFixed));
    }

    private static Money sum(Stream<Line> lines) {
        return lines.map(Line::cost).reduce(Money.NOTHING, Money::plus);
    }

    /** What costs most, added up by what it is: brokers are one, however many there are. */
    public List<Group> groups() {
        return Group.of(lines);
    }

    /** What has a price, or would have to have one, each with its unit; sorted. */
    public Map<String, String> items() {
        Map<String, String> items = new TreeMap<>();
        lines.forEach(line -> items.put(line.price().item(), line.price().unit()));
        unpriced.stream().filter(each -> !each.item().isEmpty()).forEach(each -> items.put(each.item(), each.unit()));
        return items;
    }

    private static final class Lines {
        private final String region;
        private final Prices prices;
        private final List<Line> priced = new ArrayList<>();
        private final List<Unpriced> unpriced = new ArrayList<>();
        private final List<Free> free = new ArrayList<>();

        Lines(String region, Prices prices) {
            this.region = region;
            this.prices = prices;
        }

        void add(Resource resource, Usage usage) {
            Optional<List<Metered>> metered = Meters.of(resource, usage).map(Stream::toList);
            String path = resource.template().path();
            Optional<String> source = FreeTypes.source(resource.type());
            if (metered.isPresent()) {
                metered.get().forEach(this::add);
            } else if (source.isPresent()) {
                free.add(new Free(resource.id(), path, resource.type(), source.get()));
            } else {
                unpriced.add(new Unpriced(
                        resource.id(), path, resource.type(), "", "", "nothing is known of the cost of this type."));
            }
        }

        void add(Metered metered) {
            String item = metered.quantity().item();
            prices.of(item, region)
                    .ifPresentOrElse(
                            price -> priced.add(new Line(metered, price)),
                            () -> unpriced.add(new Unpriced(
                                    metered.subject(),
                                    metered.stack(),
                                    metered.type(),
                                    item,
                                    metered.quantity().unit(),
                                    hint(item))));
        }

        private String hint(String item) {
            return region.isEmpty()
                    ? "the region is not known: name it."
                    : "add a price of %s in %s, or fetch it from the Price List API.".formatted(item, region);
        }
    }

    /** The largest groups first, as many as asked for. */
    public List<Group> biggest(int most) {
        return groups().stream()
                .sorted(Comparator.comparing(Group::cost).reversed().thenComparing(Group::item))
                .limit(most)
                .toList();
    }
}
