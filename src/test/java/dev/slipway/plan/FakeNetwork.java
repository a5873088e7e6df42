package dev.slipway.plan;

import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Origin;
import java.util.List;

/** A network whose tiers all have the whole range. */
record FakeNetwork(Cidr range, Origin origin) implements Network {
    @Override
    public List<Cidr> subnets(Tier tier) {
        return List.of(range);
    }
}
