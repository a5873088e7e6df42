package dev.slipway.ordering.store.catalogue;

import java.util.Objects;

/** An entry of the reference data, of which categories are one kind. */
record Category(String code, String kind, boolean active) {
    Category {
        Objects.requireNonNull(code);
        Objects.requireNonNull(kind);
    }

    boolean takesProducts() {
        return active && kind.equals("category");
    }
}
