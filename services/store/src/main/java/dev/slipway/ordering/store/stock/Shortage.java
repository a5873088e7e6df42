package dev.slipway.ordering.store.stock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why not all of an order can be set aside. */
record Shortage(Reason reason, List<Missing> lines) {
    /** The first thing that stood against it. */
    enum Reason {
        OUT_OF_STOCK,
        UNKNOWN_PRODUCT,
        WITHDRAWN;

        /** As events name it: {@code out-of-stock}. */
        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Missing(UUID productId, int requested, long available) {}

    /** Empty where there is enough of everything. */
    static Optional<Shortage> of(List<Line> lines, Map<UUID, Item> stock) {
        List<Reason> reasons = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (Line line : lines) {
            Optional<Item> item = Optional.ofNullable(stock.get(line.productId()));
            reason(line, item).ifPresent(reason -> {
                reasons.add(reason);
                missing.add(new Missing(
                        line.productId(),
                        line.quantity(),
                        item.map(Item::available).orElse(0L)));
            });
        }
        return reasons.stream().findFirst().map(first -> new Shortage(first, missing));
    }

    private static Optional<Reason> reason(Line line, Optional<Item> item) {
        if (item.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_PRODUCT);
        }
        if (!item.get().forSale()) {
            return Optional.of(Reason.WITHDRAWN);
        }
        return item.get().available() < line.quantity() ? Optional.of(Reason.OUT_OF_STOCK) : Optional.empty();
    }
}
