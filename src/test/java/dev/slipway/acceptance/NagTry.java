package dev.slipway.acceptance;

import static dev.slipway.render.custom.Customization.customize;

import dev.slipway.Slipway;
import dev.slipway.platform.Platform;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Validations;

class NagTry {
    @Test
    void go() throws Exception {
        Platform p = dev.slipway.blueprint.ordering.OrderingPlatform.platform();
        long t = System.nanoTime();
        try {
            Slipway.render(Slipway.plan(p.with(customize().stack("shared/registry", stack -> {
                var root = stack.getNode().getRoot();
                Validations.of(root).addPlugins(new AwsSolutionsChecks(root));
            }))));
        } catch (Exception e) {
            java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/h5/nag.txt"), String.valueOf(e.getMessage()));
        }
        System.out.println("TIME " + (System.nanoTime() - t) / 1e9);
    }
}
