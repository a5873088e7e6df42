package dev.slipway.review.cost;

import dev.slipway.review.Synthesis;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The AWS region of a stage, which stands in the cloud assembly and in no template. */
final class Region {
    private static final Pattern ENVIRONMENT = Pattern.compile("\"aws://[^/\"]+/(?<region>[a-z]{2,}(-[a-z]+)+-\\d+)\"");

    private Region() {}

    static Optional<String> of(Synthesis synthesis, String stage) {
        return Optional.ofNullable(synthesis.files().get("cdk.out/assembly-" + stage + "/manifest.json"))
                .or(() -> Optional.ofNullable(synthesis.files().get("cdk.out/manifest.json")))
                .map(ENVIRONMENT::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group("region"));
    }
}
