package dev.slipway;

import dev.slipway.platform.Choice;
import java.util.List;

/** What an environment gets that neither chooses for itself nor has its platform choose. */
final class Defaults {
    static final List<Choice> ALL = List.of();

    private Defaults() {}
}
