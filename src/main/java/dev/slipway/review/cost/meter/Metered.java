package dev.slipway.review.cost.meter;

/**
 * Something that is paid for.
 *
 * @param subject its logical id, or what it is: {@code ClusterEB0386A7}, {@code nodes}
 * @param stack that makes it, or {@code kubernetes}: {@code prod/network}
 * @param type its CloudFormation type, or what it is in Kubernetes: {@code AWS::EC2::NatGateway}
 */
public record Metered(String subject, String stack, String type, Quantity quantity) {}
