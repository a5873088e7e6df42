package dev.slipway.workload;

import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.workload.Shop.dev;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.testing.assertion.ContainerAssert;
import dev.slipway.workload.pod.Configuration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static ContainerAssert order() {
        return dev().service("order").container();
    }

    @Test
    void plainVariablesStandInTheConfigMap() {
        dev().manifest("ConfigMap", "order")
                .hasField("data.CURRENCY", "EUR")
                .hasField("data.SERVER_PORT", "8080")
                .doesNotHaveField("data.DATABASE_PASSWORD")
                .doesNotHaveField("data.KAFKA_BOOTSTRAP_SERVERS")
                .doesNotHaveField("data.DATABASE_CA");
        order().field("envFrom").is(ofYaml("[{ configMapRef: { name: order } }]"));
        order().hasVariable("CURRENCY", "EUR");
    }

    @Test
    void everyOtherVariableNamesTheSecretAndKeyThatItComesFrom() {
        order().field("env").is(ofYaml("""
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
        dev().manifest("ExternalSecret", "order").hasField("spec", ofYaml("""
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
        dev().manifest("SecretStore", "order-secrets").hasField("spec", ofYaml("""
                                provider:
                                  aws:
                                    service: SecretsManager
                                    region: eu-central-1
                                    role: arn:aws:iam::111122223333:role/shop.dev.order.secret-reader
                                """));
        dev().manifest("SecretStore", "order-parameters").hasField("spec.provider.aws.service", "ParameterStore");
    }

    @Test
    void podsRestartWhenASecretIsRotated() {
        dev().manifest("Deployment", "order").hasAnnotation("secret.reloader.stakater.com/reload", "database-ca,order");
        dev().manifest("Deployment", "stock").field("metadata.annotations").hasSize(0);
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
        String annotation = "spec.template.metadata.annotations[slipway.dev/configuration]";
        String hash = Shop.RENDERED
                .manifest("dev", "Deployment", "order")
                .at(annotation)
                .text();

        assertThat(hash).hasSize(64);
        assertThat(Shop.rendered(Shop.ORDER.variable("EXTRA", "1")))
                .environment("dev")
                .manifest("Deployment", "order")
                .field(annotation)
                .asText()
                .hasSize(64)
                .isNotEqualTo(hash);
    }

    private static Configuration configuration(String currency, Source password) {
        SortedMap<String, String> plain = new TreeMap<>(Map.of("CURRENCY", currency));
        SortedMap<String, Source> fromAws = new TreeMap<>(Map.of("DATABASE_PASSWORD", password));
        return new Configuration("order", plain, fromAws, new TreeMap<>());
    }
}
