package dev.slipway.review.practice;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.stream.Stream;

/** Repositories of images: https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html. */
public final class Repositories {
    private static final Demand REPOSITORY = Demand.of("AWS::ECR::Repository");

    private Repositories() {}

    /** A tag that moves lets two pods of one release run different code. */
    public static Stream<Finding> mutable(Synthesis synthesis) {
        return REPOSITORY.at(synthesis, "ImageTagMutability", "be IMMUTABLE", value -> value.text()
                .startsWith("IMMUTABLE"));
    }

    public static Stream<Finding> unscanned(Synthesis synthesis) {
        return REPOSITORY.at(synthesis, "ImageScanningConfiguration.ScanOnPush", "be true", Tree::isTrue);
    }

    public static Stream<Finding> unbounded(Synthesis synthesis) {
        return Stream.concat(
                REPOSITORY.at(
                        synthesis,
                        "LifecyclePolicy.LifecyclePolicyText",
                        "hold rules in JSON, or images pile up",
                        value -> !Tree.ofJson(value.text()).get("rules").items().isEmpty()),
                REPOSITORY
                        .where(Keeping.of(synthesis)::countsOn)
                        .at(
                                synthesis,
                                "EmptyOnDelete",
                                "not be true, or the images go with the stack",
                                value -> !value.isTrue()));
    }

    /** Others could push into it, and so run in the cluster. */
    public static Stream<Finding> open(Synthesis synthesis) {
        return REPOSITORY.at(
                synthesis,
                "RepositoryPolicyText.Statement",
                "allow nothing to everybody",
                statements -> statements.items().stream()
                        .noneMatch(statement -> statement.get("Effect").text().equals("Allow")
                                && (statement.get("Principal").text().equals("*")
                                        || statement.at("Principal.AWS").texts().contains("*"))));
    }
}
