package dev.slipway.capability.identity.token;

import dev.slipway.plan.operation.NeedsToken;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/**
 * Use of Kubernetes' own API, in the service's namespace alone. Without it a service has no token, and no way there.
 *
 * <pre>{@code
 * Service.go("janitor").needs(kubernetesApi("pods", "list", "delete"), kubernetesApi("jobs.batch", "list"))
 * }</pre>
 *
 * @param resource in the plural, and its group after a dot where it has one: {@code jobs.batch}
 * @param verbs of RBAC: {@code get}, {@code list}, {@code watch}, {@code create}, {@code update}, {@code patch}, {@code delete}
 */
@Declares
public record KubernetesApi(String resource, List<String> verbs, Origin origin) implements Need, NeedsToken {
    private static final int HTTPS = 443;

    public KubernetesApi {
        verbs = List.copyOf(verbs);
    }

    public static KubernetesApi kubernetesApi(String resource, String... verbs) {
        return new KubernetesApi(resource, List.of(verbs), Origin.here());
    }

    @Override
    public String describe() {
        return "may %s %s in Kubernetes".formatted(String.join(", ", verbs), resource);
    }

    @Override
    public List<Link> links() {
        return List.of(Link.reaches(new End.OfHost("Kubernetes API", HTTPS)));
    }
}
