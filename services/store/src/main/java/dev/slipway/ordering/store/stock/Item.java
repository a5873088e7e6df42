package dev.slipway.ordering.store.stock;

/** What there is of a product. */
record Item(boolean forSale, long onHand, long reserved) {
    long available() {
        return onHand - reserved;
    }
}
