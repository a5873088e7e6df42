package dev.slipway.ordering.payment.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long the provider is waited for.
 *
 * @param giveUpAfter without an authorisation the payment fails; before order itself gives up
 * @param lease how long one call may take before another instance makes it again
 */
@ConfigurationProperties("payment")
record Patience(Duration giveUpAfter, Duration lease) {}
