package dev.slipway.platform;

/** Who answers for a service: the team, and the channel where it is reached. Reaches labels, tags and alerts. */
public record Owner(String team, String channel) {}
