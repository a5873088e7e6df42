package dev.slipway.capability.registry;

import dev.slipway.plan.Place;
import dev.slipway.plan.Registry;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Image;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import dev.slipway.render.aws.ProvisionsShared;
import dev.slipway.render.aws.SharedStage;
import java.util.List;

/**
 * Amazon ECR: a repository for each service that is built from the platform's own repository, shared by environments, so
 * that what was tested in one is what runs in the next.
 *
 * <pre>{@code
 * Platform.named("ordering").with(ecr())
 * }</pre>
 */
@Declares
public record Ecr(Origin origin) implements Registry, ProvisionsShared {
    public static Ecr ecr() {
        return new Ecr(Origin.here());
    }

    @Override
    public String repository(Service service, Place place) {
        Target target = place.target();
        String domain = target.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
        return "%s.dkr.ecr.%s.%s/%s"
                .formatted(
                        target.account(), target.region(), domain, place.names().repository(service));
    }

    @Override
    public void provisionShared(SharedStage stage) {
        List<Service> built = stage.platform().services().stream()
                .filter(service -> service.image() instanceof Image.BuiltFrom)
                .toList();
        built.forEach(service -> Repositories.add(stage, service));
    }
}
