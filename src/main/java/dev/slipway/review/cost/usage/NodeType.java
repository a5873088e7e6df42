package dev.slipway.review.cost.usage;

import java.math.BigDecimal;

/**
 * The EC2 instance type that nodes of Auto Mode are taken to be. Auto Mode chooses each time among all of the families c, m
 * and r, and so mostly finds a cheaper one.
 *
 * <pre>{@code
 * Usage.usual().on(new NodeType("m7g.large", new BigDecimal(2), new BigDecimal(8)))
 * }</pre>
 *
 * @param memory in GiB
 */
public record NodeType(String name, BigDecimal cores, BigDecimal memory) {
    /** The smallest of its family; amd64, as are the built-in node pools: https://aws.amazon.com/ec2/instance-types/m7i/. */
    public static final NodeType USUAL = new NodeType("m7i.large", BigDecimal.valueOf(2), BigDecimal.valueOf(8));
}
