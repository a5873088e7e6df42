package dev.slipway.capability.identity.token;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.identity.token.KubernetesApi.kubernetesApi;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.Sample;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.EnvironmentAssert;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAccountTokensTest {
    private static final Synthesis RENDERED = Slipway.render(Slipway.plan(Platform.named("shop")
            .services(
                    Service.go("janitor")
                            .worker()
                            .needs(kubernetesApi("pods", "list", "delete"), kubernetesApi("jobs.batch", "list")),
                    Service.go("order"))
            .environments(Environment.named("dev").with(localCluster()))));

    private static List<String> problems(KubernetesApi need) {
        return Sample.with().services(Service.go("janitor").needs(need)).problems();
    }

    private static EnvironmentAssert dev() {
        return assertThat(RENDERED).environment("dev");
    }

    @Test
    void areMountedOnlyWhereTheyAreNeeded() {
        dev().service("janitor").pod().at("automountServiceAccountToken").is(true);
        dev().service("order").pod().at("automountServiceAccountToken").is(false);
        dev().manifests("ServiceAccount").each(account -> account.hasField("automountServiceAccountToken", false));
    }

    @Test
    void mayDoWhatIsDeclaredAndNothingElse() {
        dev().manifests("Role").areNamed("janitor.api").named("janitor.api").hasField("rules", ofYaml("""
                - { apiGroups: [""], resources: [pods], verbs: [list, delete] }
                - { apiGroups: [batch], resources: [jobs], verbs: [list] }
                """));
        dev().manifest("RoleBinding", "janitor.api")
                .hasField("subjects", ofYaml("[{ kind: ServiceAccount, name: janitor, namespace: shop-dev }]"));
    }

    @Test
    void openTheWayToTheApi() {
        dev().service("janitor").canReach("10.0.0.1", 8443);
        dev().service("order").cannotReach("10.0.0.1", 8443);
    }

    @ParameterizedTest
    @CsvSource({"pod*, get", "'', get", "pods, '*'", "pods, read", "Pods, get"})
    void failsOnWhatIsNotExact(String resource, String verb) {
        assertThat(problems(kubernetesApi(resource, verb)))
                .first()
                .isEqualTo(
                        "identity/api-rule: What service janitor may do in Kubernetes (%s %s) must name one resource in the plural and at least one verb of get, list, watch, create, update, patch, delete, deletecollection. Fix: write it as kubernetesApi(\"jobs.batch\", \"get\", \"list\")."
                                .formatted(verb, resource));
        assertThat(problems(kubernetesApi("pods", "get"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets", "pods/exec", "serviceaccounts/token", "roles.rbac.authorization.k8s.io"})
    void failsOnWhatGivesTheRightsOfOthers(String resource) {
        assertThat(problems(kubernetesApi(resource, "get")))
                .first()
                .isEqualTo(
                        "identity/api-reach: Service janitor may reach in Kubernetes (%s) what would give it the rights of every other; it must do without. Fix: declare what it is for as a need of its own, such as secret(..)."
                                .formatted(resource));
        assertThat(problems(kubernetesApi("configmaps", "get"))).isEmpty();
    }
}
