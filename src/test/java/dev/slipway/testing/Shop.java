package dev.slipway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.review.Manifest;
import dev.slipway.review.Origins;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A small shop, rendered by hand, with known places of declaration. */
public final class Shop {
    public static final Synthesis SYNTHESIS = Synthesis.of(Map.of(
                    "cdk.out/manifest.json",
                    """
                    {"artifacts": {"shop": {"type": "aws:cloudformation:stack", "displayName": "prod/streaming",
                      "properties": {"templateFile": "shop.template.json", "stackName": "shop-prod-streaming"}}}}""",
                    "cdk.out/shop.template.json",
                    read("shop.template.json"),
                    "dist/prod/order.k8s.yaml",
                    read("shop.yaml")))
            .tracedBy(synthesis -> new Declared());

    private Shop() {}

    private static String read(String name) {
        try (InputStream resource = Shop.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Declared implements Origins {
        @Override
        public Optional<String> of(Manifest manifest) {
            return Optional.of("Services.java:1" + manifest.name().length());
        }

        @Override
        public Optional<String> of(Resource resource) {
            return resource.name().equals("order.placed") ? Optional.of("Topics.java:7") : Optional.empty();
        }

        @Override
        public Optional<String> ofEnvironment(String environment) {
            return Optional.of("Environments.java:3");
        }

        @Override
        public Optional<String> ofVariable(Manifest workload, String variable) {
            return variable.startsWith("DATABASE") ? Optional.of("Services.java:42") : of(workload);
        }
    }
}
