package dev.slipway;

/**
 * Which of the two planes are rendered.
 *
 * <pre>{@code
 * Slipway.render(plan, Planes.KUBERNETES)   // manifests alone: no stack is synthesized
 * }</pre>
 */
public enum Planes {
    /** Stacks and manifests. */
    BOTH,
    /** Stacks alone. */
    AWS,
    /** Manifests alone. */
    KUBERNETES;

    boolean hasStacks() {
        return this != KUBERNETES;
    }

    boolean hasManifests() {
        return this != AWS;
    }
}
