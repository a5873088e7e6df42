package dev.slipway.capability.registry;

import dev.slipway.platform.Service;
import dev.slipway.render.aws.SharedStage;
import dev.slipway.render.aws.StageTags;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.ecr.TagStatus;

/** The repositories of images in ECR. */
final class Repositories {
    /** Long enough to look at a build that failed half-way. */
    private static final int UNTAGGED_DAYS = 7;

    /** More releases than anyone goes back. */
    private static final int KEPT_IMAGES = 50;

    private Repositories() {}

    static void add(SharedStage stage, Service service) {
        boolean isKept = stage.servesProduction();
        Repository repository = Repository.Builder.create(stage.stack("registry"), service.name())
                .repositoryName(stage.place().names().repository(service))
                .imageTagMutability(TagMutability.IMMUTABLE)
                .imageScanOnPush(true)
                .encryption(RepositoryEncryption.KMS)
                .lifecycleRules(List.of(untagged(), old()))
                .removalPolicy(isKept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY)
                .emptyOnDelete(!isKept)
                .build();
        StageTags.ofService(repository, service);
    }

    private static LifecycleRule untagged() {
        return LifecycleRule.builder()
                .description("Images whose push was cut off")
                .tagStatus(TagStatus.UNTAGGED)
                .maxImageAge(Duration.days(UNTAGGED_DAYS))
                .build();
    }

    private static LifecycleRule old() {
        return LifecycleRule.builder()
                .description("Images of old releases")
                .tagStatus(TagStatus.ANY)
                .maxImageCount(KEPT_IMAGES)
                .build();
    }
}
