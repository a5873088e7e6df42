package dev.slipway.review.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.cost.meter.FreeTypes;
import dev.slipway.review.cost.meter.Meters;
import dev.slipway.review.cost.price.Price;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.cost.usage.Usage;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type of resource that any blueprint or provider makes: it has a meter, or a page says that it is free. */
class EveryTypeHasACostTest {
    /** What no public source that we found has a price for in us-east-1: listed as unpriced, until somebody finds one. */
    private static final Set<String> WITHOUT_SOURCE = Set.of(
            "existing-cluster/nodes",
            "rds/mysql/db.t4g.medium/multi-az",
            "rds/oracle-se2/db.t3.medium",
            "rds/oracle-se2/db.t3.medium/multi-az",
            "rds/postgres/db.m7g.large/multi-az");

    private final Prices prices = Prices.published();

    @Test
    void isMeteredOrFreeAndNotBoth() {
        Set<String> unknown = new TreeSet<>();
        Set<String> both = new TreeSet<>();
        resources().forEach(resource -> {
            boolean isMetered = Meters.of(resource, Usage.usual()).isPresent();
            boolean isFree = FreeTypes.source(resource.type()).isPresent();
            if (!isMetered && !isFree) {
                unknown.add(resource.type());
            }
            if (isMetered && isFree) {
                both.add(resource.type());
            }
        });

        assertThat(resources().map(Resource::type).distinct()).hasSizeGreaterThan(40);
        assertThat(unknown)
                .as("types to add to a class in review/cost/meter, or to free.csv")
                .isEmpty();
        assertThat(both).isEmpty();
    }

    @Test
    void hasAPriceOrIsKnownToHaveNone() {
        Set<String> without = estimates()
                .flatMap(estimate -> estimate.unpriced().stream())
                .map(Unpriced::item)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without).isEqualTo(new TreeSet<>(WITHOUT_SOURCE));
    }

    @Test
    void hasItsQuantityInTheUnitOfItsPrice() {
        assertThat(estimates().flatMap(estimate -> estimate.lines().stream()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.metered().quantity().unit())
                        .as(line.price().item())
                        .isEqualTo(line.price().unit()));
    }

    @Test
    void hasPricesWithARegionAndASourceThatCanBeLookedUp() {
        assertThat(prices.all()).hasSizeGreaterThan(80).allSatisfy(price -> {
            assertThat(price.source()).contains("https://");
            assertThat(price.region()).matches("\\*|[a-z]{2}-[a-z]+-\\d");
            assertThat(price.value()).isPositive();
            assertThat(price.item()).matches("[a-z0-9-]+(/[a-z0-9.-]+)+");
        });
        assertThat(prices.regions()).contains("eu-central-1", "us-east-1");
        assertThat(prices.all().stream().map(Price::unit).distinct())
                .containsOnly(
                        "hour",
                        "month",
                        "GB",
                        "GB-month",
                        "GB-hour",
                        "GB-second",
                        "LCU-hour",
                        "ACU-hour",
                        "partition-hour",
                        "million");
    }

    private Stream<Estimate> estimates() {
        return Rendered.everything().values().stream().flatMap(synthesis -> stages(synthesis)
                .map(stage -> Estimate.in("us-east-1", synthesis, stage, prices, Usage.usual())));
    }

    private static Stream<String> stages(Synthesis synthesis) {
        return synthesis.templates().stream().map(Template::stage).distinct();
    }

    private static Stream<Resource> resources() {
        return Rendered.everything().values().stream()
                .flatMap(synthesis -> synthesis.templates().stream())
                .flatMap(template -> template.resources().stream());
    }
}
