package dev.slipway.blueprint.ordering;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;

/** The default platform, planned and rendered once for all tests that look at it. */
final class OrderingSynthesis {
    static final Plan PLAN = Slipway.plan(OrderingPlatform.platform());
    static final Synthesis SYNTHESIS = Slipway.render(PLAN);

    private OrderingSynthesis() {}
}
