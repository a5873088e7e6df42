package dev.slipway.verify;

/** Which of both planes something is on. */
public enum Plane {
    AWS,
    KUBERNETES
}
