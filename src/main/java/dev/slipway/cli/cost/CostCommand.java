package dev.slipway.cli.cost;

import static java.util.Objects.requireNonNull;

import dev.slipway.cli.project.Failures;
import dev.slipway.cli.project.PriceOptions;
import dev.slipway.cli.project.ProjectOptions;
import dev.slipway.cli.project.UnfinishedException;
import dev.slipway.cli.project.UnknownNameException;
import dev.slipway.pricelist.PriceList;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.OverBudget;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.cost.report.CostJson;
import dev.slipway.review.cost.report.CostMarkdown;
import dev.slipway.review.cost.report.CostText;
import dev.slipway.review.cost.usage.Assumption;
import dev.slipway.review.cost.usage.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.pricing.PricingClient;

/** {@code slipway cost}: what environments cost a month. */
@Command(
        name = "cost",
        description = "What each environment costs a month, line by line; ends with 1 where one is above its budget.",
        footer = {
            "",
            "Examples:",
            "  slipway cost                           all environments, and what they share",
            "  slipway cost prod --usage nat-gb=500   with more that goes through NAT gateways",
            "  slipway cost prod --region us-east-1   as if it were there",
            "  slipway cost --refresh                 asks AWS for prices, and keeps them in slipway.prices.csv"
        })
public final class CostCommand implements Callable<Integer> {
    private static final String TEXT = "text";
    private static final String MARKDOWN = "markdown";
    private static final String JSON = "json";

    private final Supplier<PricingClient> aws;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ProjectOptions options = new ProjectOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "<environment>",
            description = "One of the platform, or shared; by default all.")
    private @Nullable String environment;

    @Option(names = "--format", paramLabel = "<format>", description = "text, markdown or json; by default text.")
    private String format = TEXT;

    @Option(
            names = "--region",
            paramLabel = "<region>",
            description = "Whose prices are taken; by default that of the environment.")
    private @Nullable String region;

    @Mixin
    private final PriceOptions prices = new PriceOptions();

    @Option(
            names = "--refresh",
            description = "Asks the Price List API of AWS for every price that is needed, and keeps them in that file.")
    private boolean isRefreshing;

    @Option(
            names = "--usage",
            paramLabel = "<what>=<number>",
            description = "What is assumed: nat-gb=500. See docs/guide/cost.md.")
    private Map<String, BigDecimal> usage = new LinkedHashMap<>();

    public CostCommand() {
        this(() -> PricingClient.builder()
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    CostCommand(Supplier<PricingClient> aws) {
        this.aws = aws;
    }

    @Override
    public Integer call() throws IOException {
        UnknownNameException.unlessKnown("format", format, List.of(TEXT, MARKDOWN, JSON));
        Usage assumed = usage();
        Synthesis synthesis = options.project().synthesis();
        List<String> stages = stages(synthesis);
        Prices known = known();
        if (isRefreshing) {
            known = known.with(fresh(estimates(synthesis, stages, known, assumed)));
        }
        Prices all = known;
        List<Estimate> estimates = estimates(synthesis, stages, all, assumed);
        List<OverBudget> over = estimates.stream()
                .flatMap(estimate -> OverBudget.of(synthesis, estimate).stream())
                .toList();
        show(estimates, over);
        return over.isEmpty() ? Failures.FINE : Failures.REFUSED;
    }

    private Usage usage() {
        Usage assumed = Usage.usual();
        for (Map.Entry<String, BigDecimal> each : usage.entrySet()) {
            UnknownNameException.unlessKnown(
                    "assumption",
                    each.getKey(),
                    Arrays.stream(Assumption.values()).map(Assumption::key).toList());
            assumed = assumed.with(Assumption.of(each.getKey()).orElseThrow(), each.getValue());
        }
        return assumed;
    }

    private List<String> stages(Synthesis synthesis) {
        List<String> all =
                synthesis.templates().stream().map(Template::stage).distinct().toList();
        if (environment == null) {
            return all;
        }
        UnknownNameException.unlessKnown("environment", environment, all);
        return List.of(environment);
    }

    private Prices known() {
        boolean isYetToBeWritten = isRefreshing && !Files.exists(file());
        return isYetToBeWritten
                ? Prices.published()
                : prices.known(options.project().folder());
    }

    private Path file() {
        return prices.file(options.project().folder());
    }

    private List<Estimate> estimates(Synthesis synthesis, List<String> stages, Prices all, Usage assumed) {
        return stages.stream()
                .map(stage -> region == null
                        ? Estimate.of(synthesis, stage, all, assumed)
                        : Estimate.in(region, synthesis, stage, all, assumed))
                .toList();
    }

    private Prices fresh(List<Estimate> estimates) throws IOException {
        Map<String, Map<String, String>> items = new TreeMap<>();
        estimates.forEach(estimate -> items.computeIfAbsent(estimate.region(), each -> new TreeMap<>())
                .putAll(estimate.items()));
        Prices fresh = Prices.of(List.of());
        try (PricingClient client = aws.get()) {
            for (Map.Entry<String, Map<String, String>> each : items.entrySet()) {
                PriceList.Fetched fetched = new PriceList(client).prices(each.getKey(), each.getValue());
                fresh = fresh.with(fetched.prices());
                err().println("%s prices of %s fetched; not found: %s"
                        .formatted(
                                fetched.prices().all().size(),
                                each.getKey(),
                                fetched.missing().isEmpty() ? "none" : String.join(", ", fetched.missing())));
            }
        } catch (SdkException e) {
            throw new UnfinishedException(
                    "The Price List API could not be asked (%s).".formatted(e.getMessage()),
                    "sign in to an account, with the permission pricing:GetProducts.",
                    e);
        }
        Path file = file();
        Prices kept = Files.exists(file) ? Prices.read(Files.readString(file)).with(fresh) : fresh;
        Files.writeString(file, kept.text());
        return fresh;
    }

    private void show(List<Estimate> estimates, List<OverBudget> over) {
        out().print(
                        switch (format) {
                            case MARKDOWN ->
                                estimates.stream().map(CostMarkdown::of).collect(Collectors.joining("\n"));
                            case JSON -> CostJson.of(estimates, over);
                            default -> estimates.stream().map(CostText::of).collect(Collectors.joining("\n"));
                        });
        over.forEach(each -> err().println("error cost/over-budget: The budget " + each.what()));
        out().flush();
        err().flush();
    }

    private PrintWriter out() {
        return requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return requireNonNull(spec).commandLine().getErr();
    }
}
