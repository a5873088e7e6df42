package dev.slipway.review.cost.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prices by item and region. What has none here is unpriced, and never free.
 *
 * <pre>{@code
 * Prices prices = Prices.published().with(Prices.read(Files.readString(Path.of("slipway.prices.csv"))));
 * }</pre>
 */
public final class Prices {
    private static final String PUBLISHED = "prices.csv";

    private final Map<String, Map<String, Price>> prices;

    private Prices(Collection<Price> all) {
        Map<String, Map<String, Price>> sorted = new TreeMap<>();
        all.forEach(price -> sorted.computeIfAbsent(price.region(), region -> new TreeMap<>())
                .put(price.item(), price));
        this.prices = Collections.unmodifiableMap(sorted);
    }

    public static Prices of(Collection<Price> prices) {
        return new Prices(prices);
    }

    /** Those that come with Slipway: some regions, read from public sources on the day that stands beside each. */
    public static Prices published() {
        try (InputStream file = Objects.requireNonNull(Prices.class.getResourceAsStream(PUBLISHED), PUBLISHED)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From a text of lines such as {@code vpc/nat-gateway,us-east-1,0.045,hour,2026-09-25,https://...}; lines that start
     * with {@code #} are left out.
     *
     * @throws IllegalArgumentException where a line is none; the message has its number and what it must be
     */
    public static Prices read(String text) {
        return new Prices(PriceFile.read(text));
    }

    /** These, and where the others have a price for the same item and region, that one. */
    public Prices with(Prices others) {
        List<Price> all = new ArrayList<>(all());
        all.addAll(others.all());
        return new Prices(all);
    }

    /** The price of an item in a region, or where there is none, the one that holds everywhere. */
    public Optional<Price> of(String item, String region) {
        return Optional.ofNullable(in(region).get(item))
                .or(() -> Optional.ofNullable(in(Price.EVERYWHERE).get(item)));
    }

    private Map<String, Price> in(String region) {
        return prices.getOrDefault(region, Map.of());
    }

    /** Sorted by region and item. */
    public List<Price> all() {
        return prices.values().stream()
                .flatMap(region -> region.values().stream())
                .sorted(Comparator.comparing(Price::region).thenComparing(Price::item))
                .toList();
    }

    /** The regions that have prices of their own, sorted. */
    public List<String> regions() {
        return prices.keySet().stream()
                .filter(region -> !region.equals(Price.EVERYWHERE))
                .toList();
    }

    /** As {@link #read(String)} reads it. */
    public String text() {
        return PriceFile.write(all());
    }
}
