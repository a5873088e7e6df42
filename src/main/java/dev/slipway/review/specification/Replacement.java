package dev.slipway.review.specification;

/** Whether a change of a property makes CloudFormation replace the resource: make another, then delete the old one. */
public enum Replacement {
    /** It is updated in place, perhaps with an interruption. */
    NEVER,
    /** It depends on other properties or on the value: what CloudFormation will do is known when it does it. */
    MAYBE,
    ALWAYS;

    /** The worse of the two. */
    public Replacement or(Replacement other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
