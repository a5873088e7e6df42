package dev.slipway.review.difference.shift;

/** What a shift is read from, in the order in which a report lists it. */
public enum Kind {
    EXPOSURE("public exposure"),
    TRUST("trust policy"),
    RESOURCE_POLICY("resource policy"),
    IAM("IAM policy"),
    RBAC("RBAC"),
    SECURITY_GROUP("security group"),
    NETWORK_POLICY("network policy"),
    PROTECTION("protection");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** {@code network policy} */
    public String words() {
        return words;
    }
}
