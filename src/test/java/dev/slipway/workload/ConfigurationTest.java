package dev.slipway.workload;

import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.review.Tree;
import dev.slipway.workload.pod.Configuration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Tree CONTAINER =
            Shop.RENDERED.manifest("dev", "Deployment", "order").at("spec.template.spec.containers.0");

    @Test
    void plainVariablesStandInTheConfigMap() {
        assertThat(Shop.RENDERED
                        .manifest("dev", "ConfigMap", "order")
                        .at("data")
                        .fields())
                .containsEntry("CURRENCY", Tree.of("EUR"))
                .containsEntry("SERVER_PORT", Tree.of("8080"))
                .doesNotContainKeys("DATABASE_PASSWORD", "KAFKA_BOOTSTRAP_SERVERS", "DATABASE_CA");
        assertThat(CONTAINER.get("envFrom")).isEqualTo(yaml("[{ configMapRef: { name: order } }]"));
    }

    @Test
    void everyOtherVariableNamesTheSecretAndKeyThatItComesFrom() {
        assertThat(CONTAINER.get("env")).isEqualTo(yaml("""
                                - name: DATABASE_CA
                                  valueFrom: { secretKeyRef: { name: database-ca, key: ca.crt } }
                                - name: DATABASE_PASSWORD
                                  valueFrom: { secretKeyRef: { name: order, key: DATABASE_PASSWORD } }
                                - name: KAFKA_BOOTSTRAP_SERVERS
                                  valueFrom: { secretKeyRef: { name: order, key: KAFKA_BOOTSTRAP_SERVERS } }
                                """));
    }

    @Test
    void externalSecretMakesExactlyTheKeysThatThePodReads() {
        assertThat(Shop.RENDERED.manifest("dev", "ExternalSecret", "order").at("spec"))
                .isEqualTo(yaml("""
                                refreshInterval: 15m0s
                                target: { name: order, creationPolicy: Owner, deletionPolicy: Retain }
                                data:
                                - secretKey: DATABASE_PASSWORD
                                  remoteRef:
                                    key: shop/dev/order/database
                                    property: password
                                    conversionStrategy: Default
                                    decodingStrategy: None
                                    metadataPolicy: None
                                  sourceRef: { storeRef: { name: order-secrets, kind: SecretStore } }
                                - secretKey: KAFKA_BOOTSTRAP_SERVERS
                                  remoteRef:
                                    key: /shop/dev/streaming/bootstrap-brokers
                                    conversionStrategy: Default
                                    decodingStrategy: None
                                    metadataPolicy: None
                                  sourceRef: { storeRef: { name: order-parameters, kind: SecretStore } }
                                """));
    }

    @Test
    void storesReadAsTheServicesOwnReader() {
        assertThat(Shop.RENDERED.manifest("dev", "SecretStore", "order-secrets").at("spec"))
                .isEqualTo(yaml("""
                                provider:
                                  aws:
                                    service: SecretsManager
                                    region: eu-central-1
                                    role: arn:aws:iam::111122223333:role/shop.dev.order.secret-reader
                                """));
        assertThat(Shop.RENDERED
                        .manifest("dev", "SecretStore", "order-parameters")
                        .at("spec.provider.aws.service")
                        .text())
                .isEqualTo("ParameterStore");
    }

    @Test
    void podsRestartWhenASecretIsRotated() {
        assertThat(Shop.RENDERED
                        .manifest("dev", "Deployment", "order")
                        .at("metadata.annotations")
                        .get("secret.reloader.stakater.com/reload")
                        .text())
                .isEqualTo("database-ca,order");
        assertThat(Shop.RENDERED
                        .manifest("dev", "Deployment", "stock")
                        .at("metadata.annotations")
                        .fields())
                .isEmpty();
    }

    @Test
    void podsRestartExactlyWhenTheirConfigurationChanges() {
        Source secret = new Source.FromSecret("shop/dev/order/database", "password");
        Source other = new Source.FromSecret("shop/dev/order/database", "passphrase");
        String hash = configuration("EUR", secret).hash();

        assertThat(configuration("EUR", secret).hash()).isEqualTo(hash);
        assertThat(configuration("USD", secret).hash()).isNotEqualTo(hash);
        assertThat(configuration("EUR", other).hash()).isNotEqualTo(hash);
    }

    @Test
    void podsCarryTheHashOfTheirConfiguration() {
        String hash = Shop.RENDERED
                .manifest("dev", "Deployment", "order")
                .at("spec.template.metadata.annotations")
                .get("slipway.dev/configuration")
                .text();

        assertThat(hash).hasSize(64);
        assertThat(Shop.rendered(Shop.ORDER.variable("EXTRA", "1"))
                        .manifest("dev", "Deployment", "order")
                        .at("spec.template.metadata.annotations")
                        .get("slipway.dev/configuration")
                        .text())
                .hasSize(64)
                .isNotEqualTo(hash);
    }

    private static Configuration configuration(String currency, Source password) {
        SortedMap<String, String> plain = new TreeMap<>(Map.of("CURRENCY", currency));
        SortedMap<String, Source> fromAws = new TreeMap<>(Map.of("DATABASE_PASSWORD", password));
        return new Configuration("order", plain, fromAws, new TreeMap<>());
    }
}
