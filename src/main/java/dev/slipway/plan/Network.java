package dev.slipway.plan;

import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Tier;
import java.util.List;

/** Where an environment's nodes, load balancers and data stores have their addresses. */
public interface Network extends Planned {
    /** The range in which every address of the network lies. */
    Cidr range();

    /** The address ranges of a tier, one a zone. */
    List<Cidr> subnets(Tier tier);

    @Override
    default Class<?> kind() {
        return Network.class;
    }
}
