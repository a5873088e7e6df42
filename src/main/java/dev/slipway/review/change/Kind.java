package dev.slipway.review.change;

/** What happens to a resource or an object. */
public enum Kind {
    ADDED,
    /** Updated in place. */
    CHANGED,
    /** Another one is made, and the old one goes, as its {@link Retention} says. */
    REPLACED,
    /** Replaced or updated in place, which CloudFormation decides when it deploys. */
    MAY_BE_REPLACED,
    REMOVED
}
