package dev.slipway.acceptance;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.storage.Bucket;
import dev.slipway.capability.storage.StorageNeed;
import dev.slipway.capability.streaming.Consumes;
import dev.slipway.capability.streaming.Publishes;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.permission.Permissions;
import dev.slipway.testing.assertion.EnvironmentAssert;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every role, action and resource of the output against each other: allowed exactly where it is declared. */
class LeastPrivilegeTest {
    private static final List<String> OF_TOPICS = List.of(
            "AlterTopic",
            "AlterTopicDynamicConfiguration",
            "CreateTopic",
            "DeleteTopic",
            "DescribeTopic",
            "DescribeTopicDynamicConfiguration",
            "ReadData",
            "WriteData");
    private static final List<String> OF_SECRETS =
            List.of("DeleteSecret", "DescribeSecret", "GetSecretValue", "PutSecretValue", "UpdateSecret");
    private static final List<String> OF_PARAMETERS =
            List.of("DeleteParameter", "GetParameter", "GetParameterHistory", "GetParameters", "PutParameter");
    private static final List<String> OF_OBJECTS = List.of("DeleteObject", "GetObject", "PutObject");

    @TestFactory
    Stream<DynamicTest> topicsAreOpenToThoseWhoDeclareThem() {
        return Rendered.platforms().entrySet().stream().flatMap(platform -> onAws(platform.getKey()).stream()
                .map(stage -> DynamicTest.dynamicTest(
                        platform.getKey() + " " + stage,
                        () -> topics(platform.getValue(), Rendered.blueprints().get(platform.getKey()), stage))));
    }

    private static void topics(Platform platform, Synthesis synthesis, String stage) {
        Permissions permissions = Permissions.of(synthesis, stage);
        Set<String> declared = new TreeSet<>();
        Set<String> allowed = new TreeSet<>();
        for (Service service : platform.services()) {
            service.needs(StreamingNeed.class).forEach(need -> declare(service.name(), need, declared));
            String role = "%s.%s.%s".formatted(platform.name(), stage, service.name());
            for (Resource topic : synthesis.resources(stage, "AWS::MSK::Topic")) {
                String name = topic.property("TopicName").text();
                String path = "${/%s/%s/streaming/cluster-path}".formatted(platform.name(), stage);
                OF_TOPICS.stream()
                        .filter(action -> permissions.allows(
                                role,
                                "kafka-cluster:" + action,
                                "arn:aws:kafka:eu-central-1:111122223333:topic/" + path + "/" + name))
                        .forEach(action -> allowed.add("%s %s %s".formatted(service.name(), action, name)));
            }
        }
        assertThat(allowed).isNotEmpty().isEqualTo(declared);
    }

    private static void declare(String service, StreamingNeed need, Set<String> declared) {
        String topic = need.topic().name();
        declared.add("%s DescribeTopic %s".formatted(service, topic));
        declared.add("%s %s %s".formatted(service, need instanceof Publishes ? "WriteData" : "ReadData", topic));
        if (need instanceof Consumes) {
            Stream.of("DescribeTopic", "ReadData", "WriteData")
                    .forEach(action -> declared.add("%s %s %s.%s.dlt".formatted(service, action, topic, service)));
        }
    }

    @TestFactory
    Stream<DynamicTest> secretsAndParametersAreReadByWhoFetchesThem() {
        return Rendered.everything().entrySet().stream().flatMap(rendered -> rendered.getValue().environments().stream()
                .filter(environment ->
                        !rendered.getValue().templates(environment).isEmpty())
                .map(environment -> DynamicTest.dynamicTest(
                        rendered.getKey() + " " + environment, () -> stored(rendered.getValue(), environment))));
    }

    private static void stored(Synthesis synthesis, String environment) {
        Permissions permissions = Permissions.of(synthesis, environment);
        Set<String> allowed = new TreeSet<>();
        for (String role : permissions.roles().stream()
                .filter(role -> isOfPods(synthesis, environment, role))
                .toList()) {
            names(synthesis, environment, "AWS::SecretsManager::Secret", "Name").forEach(name -> OF_SECRETS.stream()
                    .filter(action -> permissions.allows(
                            role, "secretsmanager:" + action, arn("secretsmanager", "secret:" + name + "-0aB1cD")))
                    .forEach(action -> allowed.add("%s %s %s".formatted(role, action, name))));
            names(synthesis, environment, "AWS::SSM::Parameter", "Name").forEach(name -> OF_PARAMETERS.stream()
                    .filter(action -> permissions.allows(role, "ssm:" + action, arn("ssm", "parameter" + name)))
                    .forEach(action -> allowed.add("%s %s %s".formatted(role, action, name))));
        }
        Set<String> made = Stream.concat(
                        names(synthesis, environment, "AWS::SecretsManager::Secret", "Name"),
                        names(synthesis, environment, "AWS::SSM::Parameter", "Name"))
                .collect(Collectors.toSet());
        Set<String> fetched = fetched(synthesis, environment).stream()
                .filter(line -> made.contains(line.replaceFirst("^\\S+ \\S+ ", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(allowed).isEqualTo(fetched);
    }

    /** Those that a pod becomes, or that External Secrets becomes for it. */
    private static boolean isOfPods(Synthesis synthesis, String environment, String role) {
        return synthesis.resources(environment, "AWS::IAM::Role").stream()
                .filter(candidate -> candidate.property("RoleName").text().equals(role))
                .anyMatch(candidate -> candidate.template().concern().startsWith("identity"));
    }

    /** What the manifests have External Secrets fetch, through which role. */
    private static Set<String> fetched(Synthesis synthesis, String environment) {
        Map<String, Manifest> stores = new TreeMap<>();
        synthesis
                .manifests(environment, "SecretStore")
                .forEach(store -> stores.put(store.namespace() + "/" + store.name(), store));
        Set<String> fetched = new TreeSet<>();
        for (Manifest secret : synthesis.manifests(environment, "ExternalSecret")) {
            for (Tree item : secret.at("spec.data").items()) {
                Tree ref = item.at("sourceRef.storeRef.name").exists()
                        ? item.at("sourceRef.storeRef.name")
                        : secret.at("spec.secretStoreRef.name");
                Manifest store = stores.get(secret.namespace() + "/" + ref.text());
                String role = store.at("spec.provider.aws.role").text().replaceFirst(".*:role/", "");
                List<String> actions =
                        store.at("spec.provider.aws.service").text().equals("SecretsManager")
                                ? List.of("DescribeSecret", "GetSecretValue")
                                : List.of("GetParameter", "GetParameters");
                actions.forEach(action -> fetched.add("%s %s %s"
                        .formatted(role, action, item.at("remoteRef.key").text())));
            }
        }
        return fetched;
    }

    @TestFactory
    Stream<DynamicTest> bucketsAreOpenToThoseWhoDeclareThem() {
        return Rendered.everything().entrySet().stream().flatMap(rendered -> rendered.getValue().environments().stream()
                .filter(environment -> !rendered.getValue()
                        .resources(environment, "AWS::S3::Bucket")
                        .isEmpty())
                .map(environment -> DynamicTest.dynamicTest(
                        rendered.getKey() + " " + environment,
                        () -> buckets(Rendered.platform(rendered.getKey()), rendered.getValue(), environment))));
    }

    private static void buckets(Platform platform, Synthesis synthesis, String environment) {
        Permissions permissions = Permissions.of(synthesis, environment);
        List<String> buckets =
                names(synthesis, environment, "AWS::S3::Bucket", "BucketName").toList();
        for (Service service : platform.services()) {
            String role = "%s.%s.%s".formatted(platform.name(), environment, service.name());
            Set<String> declared = new TreeSet<>();
            service.needs(StorageNeed.class).forEach(need -> OF_OBJECTS.stream()
                    .filter(action -> need instanceof Bucket || action.equals("GetObject"))
                    .forEach(action -> declared.add(action + " " + need.bucket().name())));
            Set<String> allowed = new TreeSet<>();
            buckets.forEach(bucket -> OF_OBJECTS.stream()
                    .filter(action ->
                            permissions.allows(role, "s3:" + action, "arn:aws:s3:::" + bucket + "/some/object"))
                    .forEach(action ->
                            allowed.add(action + " " + bucket.replaceFirst("^[a-z]+-[a-z]+-(.*)-\\d{12}-.*", "$1"))));
            assertThat(allowed).as(role).isEqualTo(declared);
        }
    }

    @Test
    void isNotProvenByNothing() {
        EnvironmentAssert prod =
                assertThat(Rendered.blueprints().get("OrderingPlatform")).environment("prod");
        String read = "secretsmanager:GetSecretValue";
        String secret = arn("secretsmanager", "secret:ordering/prod/order/database-0aB1cD");
        prod.role("ordering.prod.order.secret-reader").may(read, secret);
        prod.role("ordering.prod.payment.secret-reader").mayNot(read, secret);
        prod.role("ordering.prod.order").mayNot(read, secret);
    }

    private static Stream<String> names(Synthesis synthesis, String environment, String type, String property) {
        return synthesis.resources(environment, type).stream()
                .map(resource -> resource.property(property).text())
                .filter(name -> !name.isEmpty());
    }

    private static String arn(String service, String resource) {
        return "arn:aws:%s:eu-central-1:111122223333:%s".formatted(service, resource);
    }

    private static List<String> onAws(String blueprint) {
        return Rendered.blueprints().get(blueprint).environments().stream()
                .filter(stage -> !Rendered.blueprints()
                        .get(blueprint)
                        .resources(stage, "AWS::MSK::Topic")
                        .isEmpty())
                .toList();
    }
}
