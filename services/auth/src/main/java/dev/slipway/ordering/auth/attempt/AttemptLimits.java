package dev.slipway.ordering.auth.attempt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How many may fail within how long: for one account, from wherever, and from one address, for whatever account. */
@ConfigurationProperties("auth.attempts")
public record AttemptLimits(int ofAccount, int ofAddress, Duration within) {}
