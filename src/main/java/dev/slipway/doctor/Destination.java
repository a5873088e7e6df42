package dev.slipway.doctor;

import java.util.List;

/**
 * An account and a region, with what is deployed there.
 *
 * @param qualifier of the CDK's bootstrap
 * @param stages of the synthesis that belong there: {@code shared}, {@code dev}
 */
public record Destination(String account, String region, String qualifier, List<String> stages) {
    public Destination {
        stages = List.copyOf(stages);
    }

    /** {@code 111122223333 in eu-central-1}. */
    @Override
    public String toString() {
        return account + " in " + region;
    }
}
