package dev.slipway.platform;

import java.util.List;

/** The AWS account and region that an environment is deployed to. */
public record Target(String account, String region) {
    /** The account that AWS keeps for examples: rendered where neither the model nor a local file names one. */
    public static final String DOCUMENTATION_ACCOUNT = "111122223333";

    /** Rendered where neither the model nor a local file names a region. */
    public static final String DEFAULT_REGION = "eu-central-1";

    public static final Target DOCUMENTATION = new Target(DOCUMENTATION_ACCOUNT, DEFAULT_REGION);

    private record Partition(String regions, String name) {}

    /** https://docs.aws.amazon.com/general/latest/gr/rande.html, and the endpoints file of the AWS SDKs. */
    private static final List<Partition> PARTITIONS = List.of(
            new Partition("cn-", "aws-cn"),
            new Partition("us-gov-", "aws-us-gov"),
            new Partition("us-iso-", "aws-iso"),
            new Partition("us-isob-", "aws-iso-b"),
            new Partition("eu-isoe-", "aws-iso-e"),
            new Partition("us-isof-", "aws-iso-f"),
            new Partition("eusc-", "aws-eusc"));

    /** The partition in which the region's ARNs stand. */
    public String partition() {
        return PARTITIONS.stream()
                .filter(partition -> region.startsWith(partition.regions()))
                .map(Partition::name)
                .findFirst()
                .orElse("aws");
    }
}
