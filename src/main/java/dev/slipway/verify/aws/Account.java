package dev.slipway.verify.aws;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Where an environment is: {@code new Account("111122223333", "eu-central-1")}. */
public record Account(String id, String region) {
    String partition() {
        return metadata().id();
    }

    String suffix() {
        return metadata().dnsSuffix();
    }

    private PartitionMetadata metadata() {
        return PartitionMetadata.of(Region.of(region));
    }
}
