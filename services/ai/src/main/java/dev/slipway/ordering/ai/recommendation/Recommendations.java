package dev.slipway.ordering.ai.recommendation;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.slipway.ordering.starter.cache.ServiceCache;
import dev.slipway.ordering.starter.materialized.Materialized;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Products for somebody, the best first: what goes with a product or with the user, then what the user looked at, then
 * what everybody likes. Only what is for sale now, and none twice. Candidates are cached for a while, so that counts may
 * be that much behind; whether a product is for sale, and its price, is not cached.
 */
@Service
final class Recommendations {
    /** More than anybody is shown, as some will not be for sale. */
    private static final int CANDIDATES = 100;

    private static final String SEPARATOR = ",";

    private final Candidates candidates;
    private final Materialized<Product> products;
    private final ServiceCache cache;
    private final Clock clock;
    private final Settings settings;

    /** How long candidates are cached, and how long ago something may have been popular. */
    @ConfigurationProperties("ai")
    record Settings(Duration cachedFor, int popularDays) {}

    /** Why something is recommended. */
    enum Reason {
        BOUGHT_TOGETHER,
        LOOKED_AT,
        POPULAR;

        /** As the API names it: {@code bought-together}. */
        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Recommended(Product product, Reason reason) {}

    Recommendations(
            Candidates candidates, Materialized<Product> products, ServiceCache cache, Clock clock, Settings settings) {
        this.candidates = candidates;
        this.products = products;
        this.cache = cache;
        this.clock = clock;
        this.settings = settings;
    }

    List<Recommended> find(Optional<UUID> product, Optional<UUID> user, int limit) {
        Map<UUID, Reason> found = new LinkedHashMap<>();
        product.ifPresent(id -> add(
                found, Reason.BOUGHT_TOGETHER, cached("together:" + id, () -> candidates.boughtWith(id, CANDIDATES))));
        user.filter(id -> product.isEmpty()).ifPresent(id -> {
            add(found, Reason.BOUGHT_TOGETHER, cached("user:" + id, () -> candidates.forUser(id, CANDIDATES)));
            add(found, Reason.LOOKED_AT, cached("looked:" + id, () -> candidates.lookedAt(id, CANDIDATES)));
        });
        Set<UUID> without = product.map(Set::of).orElse(Set.of());
        List<Recommended> shown = shown(found, without, limit);
        if (shown.size() == limit) {
            return shown;
        }
        add(found, Reason.POPULAR, cached("popular", this::popular));
        return shown(found, without, limit);
    }

    private List<UUID> popular() {
        return candidates.popular(clock.instant().minus(Duration.ofDays(settings.popularDays())), CANDIDATES);
    }

    private List<Recommended> shown(Map<UUID, Reason> found, Set<UUID> without, int limit) {
        return found.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .flatMap(entry -> products
                        .get(entry.getKey().toString())
                        .filter(Product::isForSale)
                        .map(known -> new Recommended(known, entry.getValue()))
                        .stream())
                .limit(limit)
                .toList();
    }

    private static void add(Map<UUID, Reason> found, Reason reason, List<UUID> ids) {
        ids.forEach(id -> found.putIfAbsent(id, reason));
    }

    private List<UUID> cached(String key, Supplier<List<UUID>> from) {
        return cache.get(key).map(Recommendations::parsed).orElseGet(() -> {
            List<UUID> ids = from.get();
            cache.put(
                    key, ids.stream().map(UUID::toString).collect(Collectors.joining(SEPARATOR)), settings.cachedFor());
            return ids;
        });
    }

    private static List<UUID> parsed(String ids) {
        return ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(SEPARATOR)).map(UUID::fromString).toList();
    }
}
