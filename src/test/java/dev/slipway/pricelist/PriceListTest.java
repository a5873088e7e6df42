package dev.slipway.pricelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.LoopbackServers;
import dev.slipway.review.Tree;
import dev.slipway.review.cost.price.Price;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.pricing.PricingClient;

/** Against a server on this machine that answers as the API does, with the client that asks AWS. */
class PriceListTest {
    private final Map<String, List<String>> products = new TreeMap<>();
    private final List<Tree> requests = new ArrayList<>();
    private HttpServer server;
    private PricingClient client;

    @BeforeEach
    void answer() {
        server = LoopbackServers.create();
        server.createContext("/", this::answer);
        server.start();
        client = PricingClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    /** A product a page, so that more than one takes several requests. */
    private void answer(HttpExchange exchange) throws IOException {
        Tree request = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        List<String> all = products.getOrDefault(request.get("ServiceCode").text(), List.of());
        int page = request.get("NextToken").number().orElse(0L).intValue();
        String next = page + 1 < all.size() ? ",\"NextToken\":\"%s\"".formatted(page + 1) : "";
        String list = page < all.size() ? Json.quoted(all.get(page)) : "";
        byte[] body = "{\"FormatVersion\":\"aws_v1\",\"PriceList\":[%s]%s}"
                .formatted(list, next)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String product(String usage, String tiers) {
        return """
                {"product": {"productFamily": "NAT Gateway", "sku": "ABCDEFGH12345678",
                   "attributes": {"usagetype": "%s", "regionCode": "eu-central-1"}},
                 "serviceCode": "AmazonEC2",
                 "terms": {
                   "OnDemand": {"ABCDEFGH12345678.JRTCKXETXF": {
                     "offerTermCode": "JRTCKXETXF", "effectiveDate": "2026-11-01T00:00:00Z",
                     "priceDimensions": {%s}}},
                   "Reserved": {"ABCDEFGH12345678.4NA7Y494T4": {"priceDimensions": {"x": {
                     "beginRange": "0", "pricePerUnit": {"USD": "0.0001"}}}}}},
                 "version": "20261119180000", "publicationDate": "2026-11-19T18:00:00Z"}
                """.formatted(usage, tiers);
    }

    private static String tier(String begin, String usd) {
        return """
                "ABCDEFGH12345678.JRTCKXETXF.%s": {"unit": "Hrs", "beginRange": "%s", "endRange": "Inf",
                  "pricePerUnit": {"USD": "%s"}}""".formatted(begin, begin, usd);
    }

    private PriceList.Fetched fetched(String item, String unit) {
        return new PriceList(client).prices("eu-central-1", Map.of(item, unit));
    }

    @Test
    void findsAProductAmongOthersOnSeveralPages() {
        products.put(
                "AmazonEC2",
                List.of(
                        product("EUC1-NatGateway-Bytes", tier("0", "0.0700000000")),
                        product("EUC1-NatGateway-Hours", tier("0", "0.0630000000")),
                        product("EUC1-NatGateway-Prvd-Hours", tier("0", "0.9000000000"))));

        PriceList.Fetched fetched = fetched("vpc/nat-gateway", "hour");

        assertThat(fetched.missing()).isEmpty();
        assertThat(fetched.prices().all())
                .containsExactly(
                        new Price(
                                "vpc/nat-gateway",
                                "eu-central-1",
                                new BigDecimal("0.063"),
                                "hour",
                                LocalDate.of(2026, 11, 19),
                                "AWS Price List API, https://api.pricing.us-east-1.amazonaws.com, AmazonEC2, SKU ABCDEFGH12345678, version 20261119180000"));
        assertThat(requests).hasSize(3);
    }

    @Test
    void asksForTheRegionAndForWhatIsOnDemand() {
        fetched("ec2/m7i.large", "hour");

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).get("ServiceCode").text()).isEqualTo("AmazonEC2");
        assertThat(requests.get(0).get("Filters").items())
                .extracting(filter ->
                        filter.get("Field").text() + "=" + filter.get("Value").text())
                .containsExactlyInAnyOrder(
                        "regionCode=eu-central-1",
                        "instanceType=m7i.large",
                        "operatingSystem=Linux",
                        "tenancy=Shared",
                        "preInstalledSw=NA",
                        "capacitystatus=Used");
    }

    @Test
    void takesTheFirstTier() {
        products.put(
                "AmazonVPC",
                List.of(product(
                        "EUC1-VpcEndpoint-Bytes", tier("1048576", "0.0060000000") + "," + tier("0", "0.0100000000"))));

        assertThat(fetched("vpc/endpoint-data", "GB").prices().all())
                .extracting(Price::value)
                .containsExactly(new BigDecimal("0.01"));
    }

    @Test
    void countsInTheUnitOfTheEstimate() {
        products.put(
                "AmazonElastiCache",
                List.of(product("EUC1-ElastiCacheProcessingUnits:Valkey", tier("0", "0.0000000027"))));

        assertThat(fetched("cache/valkey/serverless-requests", "million")
                        .prices()
                        .all())
                .extracting(price -> price.value() + " " + price.unit())
                .containsExactly("0.0027 million");
    }

    @Test
    void takesNeitherOfTwoPrices() {
        products.put(
                "AmazonEC2",
                List.of(
                        product("EUC1-NatGateway-Hours", tier("0", "0.0630000000")),
                        product("EUC1-NatGateway-Hours", tier("0", "0.0640000000"))));

        PriceList.Fetched fetched = fetched("vpc/nat-gateway", "hour");

        assertThat(fetched.missing()).containsExactly("vpc/nat-gateway");
        assertThat(fetched.prices().all()).isEmpty();
    }

    @Test
    void tellsANodeFromWhatIsPaidForBesideIt() {
        products.put(
                "AmazonElastiCache",
                List.of(
                        product("EUC1-SyncDurability-NodeUsage:cache.r7g.large", tier("0", "0.0300000000")),
                        product("EUC1-NodeUsage:cache.r7g.large", tier("0", "0.2000000000"))));

        assertThat(fetched("cache/valkey/cache.r7g.large", "hour").prices().all())
                .extracting(Price::value)
                .containsExactly(new BigDecimal("0.2"));
    }

    @Test
    void saysWhatTheListDoesNotHave() {
        assertThat(fetched("vpc/nat-gateway", "hour").missing()).containsExactly("vpc/nat-gateway");
        assertThat(fetched("existing-cluster/nodes", "month").missing()).containsExactly("existing-cluster/nodes");
    }
}
