package dev.slipway.plan.binding;

import java.util.Optional;

/**
 * A disk that each replica of a service has for itself, and that outlives its pods.
 *
 * @param name a DNS label, unique in the service
 * @param path where the container finds it
 * @param gibibytes in GiB
 * @param storageClass by which it is made; the cluster's default where it is not said
 * @param isKept whether it is there still when the service is gone
 * @param reason the need, in a reader's words
 */
public record VolumeClaim(
        String name, String path, int gibibytes, Optional<String> storageClass, boolean isKept, String reason) {}
