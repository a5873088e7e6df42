package dev.slipway.ordering.laptop;

/** Products of {@code seed.json}, by what they are there for. */
final class Seeded {
    /** More than any test buys. */
    static final String PLENTY = "Espresso cups, set of two";

    /** As many as others leave alone: their number is compared before and after. */
    static final String OWN_OF_THE_REFUSED = "Milk jug";

    /** One. */
    static final String ONE = "Signed first edition";

    /** Sold out. */
    static final String NONE = "Hand grinder, walnut";

    private Seeded() {}
}
