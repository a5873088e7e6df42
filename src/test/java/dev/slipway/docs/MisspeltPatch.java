package dev.slipway.docs;

import static dev.slipway.render.custom.Customization.customize;

import dev.slipway.platform.Platform;
import dev.slipway.render.custom.Patch;

/** The shop with a patch of what is not there, for the page that shows what Slipway says about it. */
final class MisspeltPatch {
    private MisspeltPatch() {}

    static Platform platform() {
        return ShopPlatform.platform()
                .with(customize()
                        .object("dev/order", "Deployment", "order", Patch.replace("/spec/revisionHistoryLimits", 5)));
    }
}
