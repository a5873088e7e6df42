package dev.slipway.platform;

/** The AWS account and region that an environment is deployed to. */
public record Target(String account, String region) {
    /** The account that AWS keeps for examples: rendered where neither the model nor a local file names one. */
    public static final String DOCUMENTATION_ACCOUNT = "111122223333";

    /** Rendered where neither the model nor a local file names a region. */
    public static final String DEFAULT_REGION = "eu-central-1";

    public static final Target DOCUMENTATION = new Target(DOCUMENTATION_ACCOUNT, DEFAULT_REGION);

    /** The partition in which the region's ARNs stand. */
    public String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
