package dev.slipway.capability.network;

/**
 * Which ways to AWS services a VPC has that leave neither it nor AWS's network.
 *
 * <pre>{@code
 * Environment.named("staging").with(vpc().endpoints(VpcEndpoints.USED))
 * }</pre>
 */
public enum VpcEndpoints {
    /** None: everything goes through NAT, and pays for each byte. */
    NONE,

    /** Those to S3, from where images come, and to DynamoDB: they cost nothing. */
    GATEWAYS_ONLY,

    /**
     * Gateways, and an interface to each service that nodes or services use: about 0.01 USD an hour each in every zone
     * (https://aws.amazon.com/privatelink/pricing), which NAT has to be used much to cost too.
     */
    USED
}
