package dev.slipway.bench.suite;

/** An environment of the default platform, with what is asserted of it. */
enum Place {
    DEV(10, 2),
    STAGING(20, 3),
    PROD(30, 3);

    private final int octet;
    private final int brokers;

    Place(int octet, int brokers) {
        this.octet = octet;
        this.brokers = brokers;
    }

    String stage() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@code Dev} */
    String shown() {
        return name().charAt(0) + stage().substring(1);
    }

    /** What its cluster and most else is called: {@code ordering-dev} */
    String full() {
        return "ordering-" + stage();
    }

    String namespace() {
        return this == PROD ? "ordering" : full();
    }

    int octet() {
        return octet;
    }

    int brokers() {
        return brokers;
    }

    boolean isProduction() {
        return this == PROD;
    }
}
