package dev.slipway.capability.identity;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.plan.Registry;
import dev.slipway.platform.Image;
import dev.slipway.render.aws.Acknowledgement;
import dev.slipway.render.aws.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repositories in ECR of the services that the platform builds, whoever decided that they are there. */
final class ImageRepositories {
    private static final Pattern ECR = Pattern.compile(
            "(?<account>[0-9]{12})\\.dkr\\.ecr\\.(?<region>[a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?/(?<name>.+)");

    /** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html. */
    private static final List<String> PUSH = List.of(
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            "ecr:InitiateLayerUpload",
            "ecr:PutImage",
            "ecr:UploadLayerPart");

    private static final String LOGS_IN = "ecr:GetAuthorizationToken";

    static final Acknowledgement LOGIN = Acknowledgement.of(
            "AwsSolutions-IAM5[Resource::*]",
            "Logging in to ECR is an action on no resource; what the login may then do names each repository.");

    private ImageRepositories() {}

    static boolean isLogin(Statement statement) {
        return List.of(LOGS_IN).equals(statement.fields().get("Action"));
    }

    /** Their ARNs, each once; none where images are kept elsewhere than in ECR. */
    static List<String> arns(List<EnvironmentPlan> environments) {
        return environments.stream()
                .flatMap(plan -> arns(plan.place()))
                .distinct()
                .toList();
    }

    private static Stream<String> arns(Place place) {
        return place.choice(Registry.class).stream()
                .flatMap(registry -> place.platform().services().stream()
                        .filter(service -> service.image() instanceof Image.BuiltFrom)
                        .map(service -> ECR.matcher(registry.repository(service, place))))
                .filter(Matcher::matches)
                .map(ecr -> "arn:%s:ecr:%s:%s:repository/%s"
                        .formatted(
                                place.target().partition(),
                                ecr.group("region"),
                                ecr.group("account"),
                                ecr.group("name")));
    }

    static List<Statement> push(List<String> repositories) {
        return List.of(Statement.allow(List.of(LOGS_IN), List.of("*")), Statement.allow(PUSH, repositories));
    }
}
