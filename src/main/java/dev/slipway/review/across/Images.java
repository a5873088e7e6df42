package dev.slipway.review.across;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An image in ECR, the repository that it is pulled from, and where that is. */
public final class Images {
    private static final Pattern IN_ECR = Pattern.compile(
            "(?<account>\\d{12})\\.dkr\\.ecr\\.(?<region>[a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?/(?<repository>[^:@]+)(:(?<tag>[^@]+))?(@(?<digest>.+))?");

    private Images() {}

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis).flatMap(planes -> planes.pods()
                .flatMap(pod -> pod.containers().stream().flatMap(container -> Stream.of(
                                IN_ECR.matcher(container.tree().get("image").text()))
                        .filter(Matcher::matches)
                        .flatMap(image -> ofImage(planes, image)
                                .map(what -> Finding.about(pod.owner(), container.path() + ".image", what))))));
    }

    private static Stream<String> ofImage(Planes planes, Matcher image) {
        List<Resource> made = planes.anyOfType("AWS::ECR::Repository").toList();
        if (made.isEmpty()) {
            return Stream.empty();
        }
        String name = image.group("repository");
        Optional<Resource> repository = made.stream()
                .filter(resource -> resource.property("RepositoryName").text().equals(name))
                .findFirst();
        if (repository.isEmpty()) {
            return Stream.of("(%s) must be in a repository that a stack makes.".formatted(name));
        }
        boolean isImmutable =
                repository.get().property("ImageTagMutability").text().equals("IMMUTABLE");
        String tag = image.group("tag") == null ? "latest" : image.group("tag");
        return isImmutable && image.group("digest") == null && tag.equals("latest")
                ? Stream.of("(%s) must name a tag or a digest: a repository with immutable tags takes latest once."
                        .formatted(image.group()))
                : Stream.empty();
    }
}
