package dev.slipway.ordering.notification.channel;

/** Where something is told. */
public enum Channel {
    EMAIL,
    SLACK,
    TEAMS
}
