package dev.slipway.verify.cluster;

import dev.slipway.review.Tree;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The API server of a cluster, which is only read. Waits at most {@value #MOST_MILLIS} ms for an answer.
 *
 * <pre>{@code
 * try (ApiServer cluster = ApiServer.ofContext("minikube")) {
 *     cluster.list("apps/v1", "Deployment", "ordering")
 * }
 * }</pre>
 */
public final class ApiServer implements LiveObjects, AutoCloseable {
    private static final int MOST_MILLIS = 15_000;
    private static final int PAGE = 500;

    private record Served(String plural, boolean isNamespaced) {}

    private final KubernetesClient client;
    private final Map<String, Map<String, Served>> groups = new TreeMap<>();

    public ApiServer(KubernetesClient client) {
        this.client = client;
    }

    /** By a context of the kubeconfig; where its name is empty, by the current one, or by the service account of a pod. */
    public static ApiServer ofContext(String context) {
        Config config = Config.autoConfigure(context.isEmpty() ? null : context);
        boolean isNamed = config.getCurrentContext() != null
                && (context.isEmpty()
                        || context.equals(config.getCurrentContext().getName()));
        boolean isInPod = context.isEmpty() && config.getAutoOAuthToken() != null;
        if (!isNamed && !isInPod) {
            throw new UnreachableException(
                    "/",
                    "the kubeconfig (KUBECONFIG, or .kube/config below the home folder) must have %s"
                            .formatted(
                                    context.isEmpty()
                                            ? "a current context; name one with --context"
                                            : "the context (%s)".formatted(context)));
        }
        return of(config);
    }

    /** By its address, its certificate in Base64 and a token. */
    public static ApiServer of(String address, String certificate, String token) {
        return of(new ConfigBuilder(Config.empty())
                .withMasterUrl(address)
                .withCaCertData(certificate)
                .withOauthToken(token)
                .build());
    }

    private static ApiServer of(Config config) {
        config.setConnectionTimeout(MOST_MILLIS);
        config.setRequestTimeout(MOST_MILLIS);
        config.setRequestRetryBackoffLimit(1);
        return new ApiServer(new KubernetesClientBuilder().withConfig(config).build());
    }

    @Override
    public boolean serves(String apiVersion, String kind) {
        return served(apiVersion).containsKey(kind);
    }

    @Override
    public List<Tree> list(String apiVersion, String kind, String namespace) {
        List<Tree> all = new ArrayList<>();
        String next = "";
        do {
            Tree page = get("%s?limit=%s%s"
                            .formatted(
                                    path(apiVersion, kind, namespace),
                                    PAGE,
                                    next.isEmpty() ? "" : "&continue=" + encoded(next)))
                    .orElse(Tree.NOTHING);
            all.addAll(page.get("items").items());
            next = page.at("metadata.continue").text();
        } while (!next.isEmpty());
        return all;
    }

    private String path(String apiVersion, String kind, String namespace) {
        Served served = served(apiVersion).get(kind);
        if (served == null) {
            throw new IllegalArgumentException("The kind (%s of %s) is not served".formatted(kind, apiVersion));
        }
        return root(apiVersion)
                + (served.isNamespaced() && !namespace.isEmpty() ? "/namespaces/" + encoded(namespace) : "")
                + "/"
                + served.plural();
    }

    private static String root(String apiVersion) {
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    }

    private Map<String, Served> served(String apiVersion) {
        return groups.computeIfAbsent(apiVersion, version -> {
            Map<String, Served> kinds = new TreeMap<>();
            get(root(version)).orElse(Tree.NOTHING).get("resources").items().stream()
                    .filter(resource -> !resource.get("name").text().contains("/"))
                    .forEach(resource -> kinds.put(
                            resource.get("kind").text(),
                            new Served(
                                    resource.get("name").text(),
                                    resource.get("namespaced").isTrue())));
            return kinds;
        });
    }

    private Optional<Tree> get(String path) {
        try {
            return Optional.ofNullable(client.raw(path)).map(Tree::ofJson).filter(Tree::exists);
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw new UnreachableException(path, reason(e), e);
        }
    }

    private static String reason(KubernetesClientException failure) {
        String status = failure.getStatus() == null ? null : failure.getStatus().getMessage();
        if (status != null) {
            return status;
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : " " + cause.getMessage());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
