package dev.slipway.plan.addon;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;

/**
 * Says that an add-on is in the cluster already: somebody else installs it and gives it what it needs on AWS.
 *
 * <pre>{@code
 * Environment.named("dev").with(existingEks("company"), preinstalled(externalSecrets()))
 * }</pre>
 */
@Declares
public record Preinstalled(Addon addon, Origin origin) implements Choice {
    public static Preinstalled preinstalled(Addon addon) {
        return new Preinstalled(addon, Origin.here());
    }

    /** It takes the place of the add-on, so that the two cannot both be chosen. */
    @Override
    public Class<?> kind() {
        return addon.kind();
    }
}
