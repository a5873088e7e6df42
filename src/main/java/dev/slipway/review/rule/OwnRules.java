package dev.slipway.review.rule;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.List;

/**
 * Rules of the user's own, beside the built-in ones: wherever the platform is synthesized, checked or tested. As a choice of
 * an environment they hold there alone.
 *
 * <pre>{@code
 * Platform.named("shop").with(rules(OWNED, NO_PUBLIC_BUCKETS))
 * }</pre>
 */
@Declares
public record OwnRules(List<Rule> rules, Origin origin) implements Choice {
    public OwnRules {
        rules = List.copyOf(rules);
    }

    /** These, and the built-in ones. */
    public static OwnRules rules(Rule... rules) {
        return new OwnRules(List.of(rules), Origin.here());
    }
}
