package dev.slipway.platform.operation;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;

/**
 * Writes manifests split by kind, a folder for each service: {@code dist/dev/order/deployment.yaml}. Beside the folders
 * stands a {@code kustomization.yaml} that names the files in the order in which they must be applied, which
 * {@code kubectl apply -k dist/dev} keeps. Where nobody chooses it, each service is one file.
 *
 * <pre>{@code
 * Platform.named("shop").with(filesByKind())
 * }</pre>
 */
@Declares
public record FilesByKind(Origin origin) implements Choice {
    public static FilesByKind filesByKind() {
        return new FilesByKind(Origin.here());
    }
}
