package dev.slipway.plan.operation;

import dev.slipway.platform.Choice;

/**
 * Who has made what is rendered, as it is written beside it: the kind of a choice, of which an environment has one, and no
 * line of the user's program, so that moving one changes no file.
 */
public final class Contributor {
    /** Type of the metadata of a construct that holds who has made it and everything below it. */
    public static final String METADATA = "slipway:choice";

    private Contributor() {}

    /** {@code dev.slipway.plan.Cluster}. */
    public static String of(Choice choice) {
        return choice.kind().getName();
    }
}
