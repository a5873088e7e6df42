package dev.slipway.capability.governance;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.render.aws.ConfiguresStage;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.SharedStage;
import dev.slipway.render.aws.StageTags;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.Tags;
import software.constructs.IConstruct;

/**
 * Tags of every AWS resource that can have them, beside those that tell platform and environment. An environment adds its
 * own to those of its platform, and may give one of them another value.
 *
 * <pre>{@code
 * Platform.named("ordering").with(tagged("cost-center", "42").and("data-class", "internal"))
 * }</pre>
 */
@Declares
public record Tagged(Map<String, String> tags, Origin origin) implements Planned, ConfiguresStage {
    /** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html: 50, some of them ours. */
    private static final int MOST = 40;

    private static final Pattern KEY = Pattern.compile("(?!(?i:aws:))[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{0,256}");
    private static final List<String> OURS = List.of(
            StageTags.ENVIRONMENT,
            StageTags.MANAGED_BY,
            "name",
            StageTags.OWNER,
            StageTags.PLATFORM,
            StageTags.SERVICE);

    public Tagged {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    public static Tagged tagged(String key, String value) {
        return new Tagged(Map.of(key, value), Origin.here());
    }

    /** One tag more. */
    public Tagged and(String key, String value) {
        Map<String, String> more = new TreeMap<>(tags);
        more.put(key, value);
        return new Tagged(more, origin);
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.concat(of(place.platform()).stream(), Stream.of(this)).flatMap(Tagged::itself);
    }

    private Stream<Problem> itself() {
        Stream<Problem> each = tags.entrySet().stream().flatMap(tag -> itself(tag.getKey(), tag.getValue()));
        Stream<Problem> all = tags.size() <= MOST
                ? Stream.empty()
                : Stream.of(error(
                        "governance/tags",
                        origin,
                        "The tags (%s) must be %s or fewer, as AWS has 50 for each resource."
                                .formatted(tags.size(), MOST),
                        "remove some."));
        return Stream.concat(each, all);
    }

    private Stream<Problem> itself(String key, String value) {
        if (!KEY.matcher(key).matches()) {
            return Stream.of(error(
                    "governance/tag-key",
                    origin,
                    "The key (%s) of a tag must be 1 to 128 letters, digits, spaces or _ . : / = + - @, and not start with aws:."
                            .formatted(key),
                    "write it as tagged(\"cost-center\", \"42\")."));
        }
        if (OURS.contains(key.toLowerCase(Locale.ROOT))) {
            return Stream.of(error(
                    "governance/tag-reserved",
                    origin,
                    "The key (%s) of a tag must be none of %s, which are set from the platform."
                            .formatted(key, String.join(", ", OURS)),
                    "choose another key, or declare the owner of a service with ownedBy(..)."));
        }
        return VALUE.matcher(value).matches()
                ? Stream.empty()
                : Stream.of(error(
                        "governance/tag-value",
                        origin,
                        "The value (%s) of tag %s must be at most 256 letters, digits, spaces or _ . : / = + - @."
                                .formatted(value, key),
                        "write it as tagged(\"cost-center\", \"42\")."));
    }

    @Override
    public void configure(EnvironmentStage stage) {
        Map<String, String> all =
                new TreeMap<>(of(stage.place().platform()).map(Tagged::tags).orElse(Map.of()));
        all.putAll(tags);
        add(stage, all);
    }

    @Override
    public void configureShared(SharedStage stage) {
        of(stage.platform()).ifPresent(platforms -> add(stage, platforms.tags));
    }

    private static Optional<Tagged> of(Platform platform) {
        return platform.choices().stream()
                .filter(Tagged.class::isInstance)
                .map(Tagged.class::cast)
                .findFirst();
    }

    private static void add(IConstruct stage, Map<String, String> tags) {
        tags.forEach((key, value) -> Tags.of(stage).add(key, value));
    }
}
