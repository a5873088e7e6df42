package dev.slipway.cli.project;

import dev.slipway.plan.check.Nearest;
import java.util.Collection;

/** Somebody typed the name of something that there is not. The message lists those that there are. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnknownNameException(String message) {
        super(message, null, false, false);
    }

    /**
     * Lets a name pass that is one of those that there are: {@code unlessKnown("environment", "prod", names)}.
     *
     * @throws UnknownNameException where it is none of them
     */
    public static void unlessKnown(String kind, String name, Collection<String> known) {
        if (!known.contains(name)) {
            throw new UnknownNameException("The %s (%s) must be one of %s.%s"
                    .formatted(
                            kind,
                            name,
                            known.isEmpty() ? "none" : String.join(", ", known),
                            Nearest.to(name, known)
                                    .map(" Did you mean: %s?"::formatted)
                                    .orElse("")));
        }
    }
}
