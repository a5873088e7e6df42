package dev.slipway.plan.binding;

/** What a subnet is for, and so who reaches it. */
public enum Tier {
    /** Load balancers and NAT gateways: reached from the internet. */
    PUBLIC,
    /** Nodes and pods: reach the internet through NAT. */
    PRIVATE,
    /** Brokers, databases and caches: no way to or from the internet. */
    ISOLATED
}
