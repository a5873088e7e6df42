package dev.slipway.ordering.ai.interest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The products of an order, each once, in an order that is the same for everybody. */
record Basket(List<UUID> products) {
    /** Two products of one order. */
    record Pair(UUID product, UUID other) {}

    Basket {
        products = products.stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    /** Every two products, in both directions. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (UUID product : products) {
            for (UUID other : products) {
                if (!product.equals(other)) {
                    pairs.add(new Pair(product, other));
                }
            }
        }
        return pairs;
    }
}
