package dev.slipway.capability.network;

import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Tier;
import java.util.List;

/** How the range of a VPC is shared out: the widest subnets first, so that none leaves a gap behind it. */
record AddressPlan(Cidr range) {
    static final int ZONES = 3;

    /** Nodes and pods, which take an address each: an eighth of the range in every zone. */
    private static final int PRIVATE_BITS = 3;

    /** Load balancers, or data stores: a sixty-fourth of the range in every zone. */
    private static final int OTHER_BITS = 6;

    /** The order in which the tiers lie in the range. */
    static final List<Tier> ORDER = List.of(Tier.PRIVATE, Tier.ISOLATED, Tier.PUBLIC);

    List<Cidr> subnets(Tier tier) {
        long offset = ORDER.stream()
                .takeWhile(earlier -> earlier != tier)
                .mapToLong(earlier -> ZONES * sizeOf(earlier))
                .sum();
        return range.split(prefix(tier), offset, ZONES);
    }

    int prefix(Tier tier) {
        return range.prefix() + (tier == Tier.PRIVATE ? PRIVATE_BITS : OTHER_BITS);
    }

    private long sizeOf(Tier tier) {
        return new Cidr(range.address(), prefix(tier)).size();
    }
}
