package dev.slipway.blueprint.ordering;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pods read and what AWS holds, compared from the output alone, both ways. */
class SecretsOfBothPlanesTest {
    private static final Synthesis SYNTHESIS = OrderingSynthesis.SYNTHESIS;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void everySecretThatIsReadIsMadeAndEveryOneThatIsMadeIsRead(String environment) {
        assertThat(SYNTHESIS)
                .environment(environment)
                .resources("AWS::SecretsManager::Secret")
                .hasCount(17)
                .areNamed(remoteKeys(environment, "secrets").toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void everyPropertyThatIsReadIsInItsSecret(String environment) {
        assertThat(data(environment))
                .filteredOn(data -> data.at("remoteRef.property").exists())
                .hasSizeGreaterThan(20)
                .allSatisfy(data -> {
                    Resource secret =
                            secret(environment, data.at("remoteRef.key").text());
                    String property = data.at("remoteRef.property").text();
                    Tree generate = secret.property("GenerateSecretString");
                    boolean generated = generate.get("GenerateStringKey").text().equals(property)
                            || generate.get("SecretStringTemplate").text().contains('"' + property + '"');
                    boolean putInByPeople = !generate.exists()
                            && secret.property("Description").text().contains(property);
                    assertThat(generated || putInByPeople)
                            .as("property %s of %s", property, secret)
                            .isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void everyParameterThatPodsReadIsPublished(String environment) {
        assertThat(remoteKeys(environment, "parameters")).isNotEmpty().allSatisfy(name -> assertThat(SYNTHESIS)
                .environment(environment)
                .resource("AWS::SSM::Parameter", name)
                .hasProperty("Name", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void everyKeyThatAPodReadsIsBroughtByItsExternalSecret(String environment) {
        Set<String> brought = SYNTHESIS.manifests(environment, "ExternalSecret").stream()
                .flatMap(secret -> secret.at("spec.data").items().stream()
                        .map(data -> secret.at("spec.target.name").text() + "/"
                                + data.get("secretKey").text()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> read = containers(environment)
                .flatMap(container -> container.get("env").items().stream())
                .map(variable -> variable.at("valueFrom.secretKeyRef"))
                .map(reference -> reference.get("name").text() + "/"
                        + reference.get("key").text())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(read).isEqualTo(brought).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void eachStoreReadsAsARoleThatMayReadExactlyWhatItsSecretNames(String environment) {
        assertThat(SYNTHESIS.manifests(environment, "ExternalSecret"))
                .hasSize(16)
                .allSatisfy(external -> {
                    Resource role = reader(environment, external.name());
                    Set<String> allowed = role.property("Policies").items().stream()
                            .flatMap(policy -> policy.at("PolicyDocument.Statement").items().stream())
                            .flatMap(statement -> statement.get("Resource").texts().stream())
                            .map(arn -> arn.replaceFirst("^arn:aws:(ssm:.*:parameter|secretsmanager:.*:secret:)", "")
                                    .replace("-??????", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
                    Set<String> named = external.at("spec.data").items().stream()
                            .map(data -> data.at("remoteRef.key").text())
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(allowed).as("reader of %s", external).isEqualTo(named);
                });
    }

    /** The role that all stores of an owner read as, by the stores' own word. */
    private static Resource reader(String environment, String owner) {
        Set<String> roles = SYNTHESIS.manifests(environment, "SecretStore").stream()
                .filter(store ->
                        store.name().equals(owner + "-secrets") || store.name().equals(owner + "-parameters"))
                .map(store -> store.at("spec.provider.aws.role").text())
                .collect(Collectors.toSet());
        assertThat(roles).hasSize(1);
        String name = roles.iterator().next().replaceFirst(".*:role/", "");
        return SYNTHESIS.resources(environment, "AWS::IAM::Role").stream()
                .filter(role -> role.property("RoleName").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Resource secret(String environment, String name) {
        return SYNTHESIS.resources(environment, "AWS::SecretsManager::Secret").stream()
                .filter(secret -> secret.property("Name").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> remoteKeys(String environment, String store) {
        return data(environment)
                .filter(data -> data.at("sourceRef.storeRef.name").text().endsWith("-" + store))
                .map(data -> data.at("remoteRef.key").text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Tree> data(String environment) {
        return SYNTHESIS.manifests(environment, "ExternalSecret").stream()
                .flatMap(secret -> secret.at("spec.data").items().stream());
    }

    private static Stream<Tree> containers(String environment) {
        return Stream.of("Deployment", "Job")
                .flatMap(kind -> SYNTHESIS.manifests(environment, kind).stream())
                .map(Manifest::tree)
                .flatMap(tree -> tree.at("spec.template.spec.containers").items().stream());
    }
}
