package dev.slipway.review.rule;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.stream.Stream;

/**
 * Looks through everything that was rendered, on both planes.
 *
 * <pre>{@code
 * Check noNats = synthesis -> synthesis.resources("dev", "AWS::EC2::NatGateway").stream()
 *         .map(nat -> Finding.about(nat, "", "must not be, as it costs."));
 * }</pre>
 */
@FunctionalInterface
public interface Check {
    /** What is wrong; {@link Finding#about} makes one, and the rule adds its id, severity and fix. */
    Stream<Finding> findings(Synthesis synthesis);
}
