package dev.slipway.pricelist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Tree;
import dev.slipway.review.cost.price.Price;
import dev.slipway.review.cost.price.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;
import software.amazon.awssdk.services.pricing.model.GetProductsRequest;

/**
 * The Price List API of AWS. It is called in {@code us-east-1}, whatever the region of the prices, and needs the permission
 * {@code pricing:GetProducts}.
 *
 * <pre>{@code
 * try (PricingClient client = PricingClient.builder().region(Region.US_EAST_1).build()) {
 *     Prices fresh = new PriceList(client).prices("eu-central-1", estimate.items()).prices();
 * }
 * }</pre>
 */
public final class PriceList {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A price in the list, for our unit. */
    private record Entry(BigDecimal value, LocalDate date, String source) {}

    private final PricingClient client;

    public PriceList(PricingClient client) {
        this.client = client;
    }

    /**
     * What was found, and what was not.
     *
     * @param missing items that the list does not have, has at several prices, or calls in a way that nobody here knows
     */
    public record Fetched(Prices prices, List<String> missing) {
        public Fetched {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The prices of items in a region, on demand, at their first tier.
     *
     * @param items each with the unit in which it is counted, as {@link dev.slipway.review.cost.Estimate#items()} has them
     */
    public Fetched prices(String region, Map<String, String> items) {
        List<Price> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        new TreeMap<>(items).forEach((item, unit) -> {
            List<Entry> entries = Catalogue.of(item).stream()
                    .flatMap(product -> entries(product, region))
                    .toList();
            if (entries.stream().map(Entry::value).distinct().count() == 1) {
                Entry entry = entries.get(0);
                found.add(new Price(item, region, entry.value(), unit, entry.date(), entry.source()));
            } else {
                missing.add(item);
            }
        });
        return new Fetched(Prices.of(found), missing);
    }

    private Stream<Entry> entries(Product product, String region) {
        List<Filter> filters = Stream.concat(
                        Stream.of(filter("regionCode", region)),
                        product.attributes().entrySet().stream().map(each -> filter(each.getKey(), each.getValue())))
                .toList();
        GetProductsRequest request = GetProductsRequest.builder()
                .serviceCode(product.service())
                .formatVersion("aws_v1")
                .filters(filters)
                .build();
        return client.getProductsPaginator(request).priceList().stream()
                .map(PriceList::read)
                .filter(entry -> product.usage()
                        .matcher(entry.at("product.attributes.usagetype").text())
                        .matches())
                .flatMap(entry -> entries(product, entry));
    }

    private static Filter filter(String field, String value) {
        return Filter.builder()
                .type(FilterType.TERM_MATCH)
                .field(field)
                .value(value)
                .build();
    }

    private static Tree read(String entry) {
        try {
            return Tree.of(JSON.readValue(entry, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Price List API sent what is no JSON (%s)".formatted(entry), e);
        }
    }

    private static Stream<Entry> entries(Product product, Tree entry) {
        LocalDate date =
                LocalDate.ofInstant(Instant.parse(entry.get("publicationDate").text()), ZoneOffset.UTC);
        String source = "AWS Price List API, https://api.pricing.us-east-1.amazonaws.com, %s, SKU %s, version %s"
                .formatted(
                        product.service(),
                        entry.at("product.sku").text(),
                        entry.get("version").text());
        return entry.at("terms.OnDemand").fields().values().stream()
                .flatMap(term -> term.get("priceDimensions").fields().values().stream())
                .filter(PriceList::isFirst)
                .map(dimension ->
                        new BigDecimal(dimension.at("pricePerUnit.USD").text()))
                .filter(value -> value.signum() > 0)
                .map(value -> new Entry(
                        value.multiply(BigDecimal.valueOf(product.per())).stripTrailingZeros(), date, source));
    }

    private static boolean isFirst(Tree dimension) {
        String begin = dimension.get("beginRange").text();
        return begin.isEmpty() || begin.equals("0");
    }
}
