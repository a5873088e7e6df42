package dev.slipway.docs;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.network.Vpc.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.acceptance.Rendered;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.cost.report.CostMarkdown;
import dev.slipway.review.cost.usage.Assumption;
import dev.slipway.review.cost.usage.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What pages say of costs. {@code -Dslipway.update=true} writes them anew. */
class CostsPageTest {
    private static final Path PAGE = Path.of("docs/reference/costs.md");
    private static final Path GUIDE = Path.of("docs/guide/cost.md");

    /** The region that has most of the prices that come with Slipway. */
    private static final String REGION = "us-east-1";

    private static final String HEAD = """
            # What the default platform costs

            Generated from what is rendered, and compared with it by a test. On demand, for a month of 730 hours, without taxes,
            support and transfer between zones, as if every environment were in `us-east-1`: no public source that we found has
            enough prices of `eu-central-1`, and a price is never guessed. `slipway cost --refresh` asks AWS for those of your region.
            What is marked * is assumed: see [the guide](../guide/cost.md).

            """;

    private static Estimate estimate(Synthesis synthesis, String stage) {
        return Estimate.in(REGION, synthesis, stage, Prices.published(), Usage.usual());
    }

    @Test
    void showsEveryEnvironmentOfTheDefaultPlatform() throws IOException {
        Synthesis ordering = Rendered.blueprints().get("OrderingPlatform");
        List<String> stages = List.of("shared", "dev", "staging", "prod");
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| environment | a month | fixed | without a price |\n| --- | ---: | ---: | ---: |\n");
        stages.forEach(stage -> {
            Estimate estimate = estimate(ordering, stage);
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            stage,
                            estimate.total(),
                            estimate.fixed(),
                            estimate.unpriced().size()));
        });
        stages.forEach(stage -> page.append("\n").append(CostMarkdown.of(estimate(ordering, stage))));
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page.toString());
    }

    /** One service that needs nothing, on a cluster of its own. */
    private static Platform least() {
        return Platform.named("least")
                .services(Service.java("order"))
                .environments(Environment.named("dev").with(vpc(), eksAutoMode()));
    }

    @Test
    void showsTheLeastThatAnEnvironmentOnEksCosts() throws IOException {
        Estimate least = estimate(Slipway.render(Slipway.plan(least())), "dev");

        assertThat(least.unpriced()).isEmpty();
        assertThat(least.biggest(3))
                .extracting(group -> group.item())
                .containsExactly("ec2/m7i.large", "eks/cluster", "vpc/nat-gateway");
        shown(
                "least",
                "%s a month, of it %s fixed:\n\n%s".formatted(least.total(), least.fixed(), CostMarkdown.table(least)));
    }

    @Test
    void showsEverythingThatIsAssumed() throws IOException {
        shown(
                "assumptions",
                "| `--usage` | assumed | is |\n| --- | ---: | --- |\n"
                        + Arrays.stream(Assumption.values())
                                .map(each -> "| `%s` | %s | %s |\n"
                                        .formatted(each.key(), each.usual().toPlainString(), each.text()))
                                .collect(Collectors.joining()));
    }

    /** Compares what stands between two comments of the guide. */
    private static void shown(String name, String text) throws IOException {
        String start = "<!-- generated: %s -->\n".formatted(name);
        String end = "<!-- end: %s -->".formatted(name);
        String guide = Files.readString(GUIDE);
        int from = guide.indexOf(start) + start.length();
        int to = guide.indexOf(end);
        assertThat(guide).contains(start, end);
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(GUIDE, guide.substring(0, from) + text + guide.substring(to));
        }
        assertThat(Files.readString(GUIDE)).contains(start + text + end);
    }
}
