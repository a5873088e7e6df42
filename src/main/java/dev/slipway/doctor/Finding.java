package dev.slipway.doctor;

/**
 * What was found of one thing.
 *
 * <pre>{@code
 * new Finding(Level.ERROR, "Node", "18.20.4", "22 or later", "install it from https://nodejs.org.")
 * }</pre>
 *
 * @param fix empty where nothing is to be done
 */
public record Finding(Level level, String what, String found, String needed, String fix) {
    /** How much stands in the way. */
    public enum Level {
        /** All is well. */
        OK,
        /** It goes without, or only some of it goes. */
        WARNING,
        /** It does not go like this. */
        ERROR,
        /** Nobody answered. */
        UNKNOWN
    }

    public static Finding ok(String what, String found, String needed) {
        return new Finding(Level.OK, what, found, needed, "");
    }
}
