package dev.slipway.cli.cost;

import static dev.slipway.capability.budget.Budget.budget;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.platform.operation.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.cli.CommandRun;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.pricing.PricingClient;

class CostCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    /** A program with one environment that costs more than its budget. */
    static final class Shop {
        public static void main(String... arguments) {
            Slipway.synthesize(Platform.named("shop")
                    .services(Service.java("order"))
                    .environments(Environment.named("dev")
                            .in("111122223333", "us-east-1")
                            .with(eksAutoMode(), budget(usd(100)).alerting("ops@example.com"))));
        }
    }

    /** Asked where nobody may reach AWS: it fails before anything is sent. */
    private static PricingClient unreachable() {
        return PricingClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        configuration -> configuration.addExecutionInterceptor(new ExecutionInterceptor() {
                            @Override
                            public void beforeExecution(
                                    Context.BeforeExecution context, ExecutionAttributes attributes) {
                                throw new IllegalStateException("nobody is signed in");
                            }
                        }))
                .build();
    }

    private int run(String... arguments) {
        return new CommandRun(out, err)
                .of(new CostCommand(CostCommandTest::unreachable), Shop.class, folder, arguments);
    }

    @Test
    void endsWith1AboveABudgetAndShowsWhatMostOfItIs() {
        assertThat(run("dev")).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("Environment dev in us-east-1: $")
                .contains("eks/cluster", "  * assumed ($", "cost nothing themselves.");
        assertThat(err.toString())
                .contains(
                        "error cost/over-budget: The budget ($100.00) must be at least what environment dev costs a month");
    }

    @Test
    void endsWith0WherePricesOfOnesOwnAreLower() throws IOException {
        Files.writeString(folder.resolve("slipway.prices.csv"), """
                ec2/m7i.large,us-east-1,0.01,hour,2026-11-01,our agreement, https://wiki.example.com/aws
                eks/cluster,us-east-1,0.01,hour,2026-11-01,our agreement, https://wiki.example.com/aws
                """);

        assertThat(run("dev", "--format", "json")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\"priceSource\" : \"our agreement, https://wiki.example.com/aws\"");
    }

    @Test
    void endsWith2WhereANameIsMistyped() {
        assertThat(run("dve")).isEqualTo(2);
        assertThat(run("dev", "--usage", "nat-bg=500")).isEqualTo(2);
        assertThat(run("dev", "--format", "yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: dev?", "Did you mean: nat-gb?", "The format (yaml)");
    }

    @Test
    void endsWith3WherePricesCannotBeReadOrFetched() throws IOException {
        assertThat(run("dev", "--refresh")).isEqualTo(3);
        Files.writeString(folder.resolve("slipway.prices.csv"), "eks/cluster,cheap");
        assertThat(run("dev")).isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        "Line 1 of the prices (eks/cluster,cheap) must be item, region, value, unit, date and source");
    }
}
