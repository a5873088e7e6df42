package dev.slipway.testing.assertion;

import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.testing.Failing.failsWith;

import dev.slipway.review.Tree;
import dev.slipway.testing.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesFailuresTest {
    private static EnvironmentAssert prod() {
        return assertThat(Shop.SYNTHESIS).environment("prod");
    }

    @Test
    void showBoth() {
        failsWith("""
                Expecting AWS::MSK::Topic OrderPlaced in prod/streaming
                to have at PartitionCount
                  13
                but there is
                  12
                Declared at Topics.java:7
                """, () -> prod().resource("AWS::MSK::Topic", "order.placed").hasProperty("PartitionCount", 13));
    }

    @Test
    void showTheFieldsBesideOneThatIsMisspelt() {
        failsWith("""
                Expecting Deployment payment in prod/order.k8s.yaml
                to have at spec.replica
                  2
                but there is
                  nothing
                At spec there is
                  replicas, template
                Did you mean replicas?
                Declared at Services.java:17
                """, () -> prod().manifest("Deployment", "payment").hasField("spec.replica", 2));
    }

    @Test
    void nameWhereAWholeObjectDiffers() {
        failsWith("""
                Expecting NetworkPolicy order in prod/order.k8s.yaml
                to have at spec.egress.0.ports.0.port
                  "https"
                but there is
                  "http"
                Declared at Services.java:15
                """, () -> egress("0")
                .is(Map.of(
                        "to", List.of(Map.of("podSelector", Map.of("matchLabels", Map.of("app", "payment")))),
                        "ports", List.of(Map.of("port", "https", "protocol", "TCP")))));
        failsWith("""
                Expecting NetworkPolicy order in prod/order.k8s.yaml
                to have nothing at spec.egress.0.ports.0.protocol
                but there is
                  "TCP"
                Declared at Services.java:15
                """, () -> egress("0.ports.0").is(Map.of("port", "http")));
    }

    @Test
    void showListsOfPlainValuesWhole() {
        failsWith("""
                Expecting NetworkPolicy order in prod/order.k8s.yaml
                to have at spec.egress.1.to.0.ipBlock.except
                  ["10.0.8.0/24"]
                but there is
                  ["10.0.9.0/24"]
                Declared at Services.java:15
                """, () -> egress("1.to.0.ipBlock")
                .is(Map.of("cidr", "10.0.0.0/16", "except", List.of("10.0.8.0/24"))));
    }

    @Test
    void nameTheNearestItem() {
        failsWith("""
                Expecting NetworkPolicy order in prod/order.k8s.yaml
                to have in the list at spec.egress.0.ports
                  {"port":"https","protocol":"TCP"}
                but there is
                  [{"port":"http","protocol":"TCP"}]
                The nearest has at spec.egress.0.ports.0.port
                  "http"
                Declared at Services.java:15
                """, () -> egress("0.ports").hasItem(Tree.ofYaml("{port: https, protocol: TCP}")));
        failsWith("""
                Expecting NetworkPolicy order in prod/order.k8s.yaml
                to have in the list at spec.policyTypes
                  "Egres"
                but there is
                  ["Ingress", "Egress"]
                Did you mean Egress?
                Declared at Services.java:15
                """, () -> prod().manifest("NetworkPolicy", "order")
                .field("spec.policyTypes")
                .hasItem("Egres"));
    }

    private static TreeAssert egress(String path) {
        return prod().manifest("NetworkPolicy", "order").field("spec.egress." + path);
    }

    @Test
    void nameTheFirstThatDiffersOfMany() {
        failsWith("""
                Expecting AWS::MSK::Topic OrderPlaced in prod/streaming
                to have at Tags.0.Value
                  "payments"
                but there is
                  "checkout"
                Declared at Topics.java:7
                """, () -> prod().resource("AWS::MSK::Topic", "order.placed")
                .hasProperties(Map.of("Tags", List.of(Map.of("Key", "team", "Value", "payments")))));
    }

    @Test
    void showWhatIsExtractedFromEach() {
        failsWith("""
                Expecting TopicName, PartitionCount of each of AWS::MSK::Topic of environment prod
                to have
                  [["order.placed", 12], ["order.paid", 13]]
                but there is
                  [["order.placed", 12], ["order.paid", 6]]
                """, () -> prod().resources("AWS::MSK::Topic")
                .extracting("TopicName", "PartitionCount")
                .hasItems(List.of("order.placed", 12), List.of("order.paid", 13)));
        failsWith("""
                Expecting metadata.name of each of Deployment objects of environment prod
                to have in any order
                  ["payment", "payments"]
                but there is
                  ["order", "payment"]
                """, () -> prod().manifests("Deployment")
                .extracting("metadata.name")
                .hasItemsInAnyOrder("payment", "payments"));
        failsWith("""
                Expecting Key of each item at Tags of AWS::MSK::Topic OrderPlaced in prod/streaming
                to have in the list
                  "cost"
                but there is
                  ["team"]
                Declared at Topics.java:7
                """, () -> prod().resource("AWS::MSK::Topic", "order.placed")
                .property("Tags")
                .extracting("Key")
                .hasItem("cost"));
    }

    @Test
    void readWithNamesForWhatOnlyAwsKnows() {
        String resource = "Policies.0.PolicyDocument.Statement.0.Resource.0";
        String topic = "arn:aws:kafka:eu-central-1:111122223333:topic/${/shop/prod/cluster-path}/";
        prod().resource("AWS::IAM::Role").hasText(resource, topic + "order.placed");
        prod().resource("AWS::EKS::PodIdentityAssociation").hasText("RoleArn", "${prod/streaming/OrderRole/Arn}");
        failsWith("""
                Expecting AWS::IAM::Role OrderRole in prod/streaming
                to have as text at Policies.0.PolicyDocument.Statement.0.Resource.0
                  arn:aws:kafka:eu-central-1:111122223333:topic/${/shop/prod/cluster-path}/order.paid
                but it has
                  arn:aws:kafka:eu-central-1:111122223333:topic/${/shop/prod/cluster-path}/order.placed
                """, () -> prod().resource("AWS::IAM::Role").hasText(resource, topic + "order.paid"));
    }

    @Test
    void readListsWithNamesForWhatOnlyAwsKnows() {
        String resources = "Policies.0.PolicyDocument.Statement.0.Resource";
        String topic = "arn:aws:kafka:eu-central-1:111122223333:topic/${/shop/prod/cluster-path}/";
        prod().resource("AWS::IAM::Role").hasTexts(resources, topic + "order.placed");
        failsWith("""
                Expecting AWS::IAM::Role OrderRole in prod/streaming
                to have as texts at Policies.0.PolicyDocument.Statement.0.Resource
                  order.placed
                  order.paid
                but it has
                  arn:aws:kafka:eu-central-1:111122223333:topic/${/shop/prod/cluster-path}/order.placed
                """, () -> prod().resource("AWS::IAM::Role").hasTexts(resources, "order.placed", "order.paid"));
    }

    @Test
    void sayWhatMustNotStandThere() {
        failsWith("""
                Expecting Deployment payment in prod/order.k8s.yaml
                to have nothing at spec.replicas
                but there is
                  2
                Declared at Services.java:17
                """, () -> prod().manifest("Deployment", "payment").doesNotHaveField("spec.replicas"));
        failsWith("""
                Expecting Deployment order in prod/order.k8s.yaml
                to have something at metadata.labels[app.kubernetes.io/nam]
                but there is nothing
                At metadata.labels there is
                  app.kubernetes.io/name
                Did you mean app.kubernetes.io/name?
                Declared at Services.java:15
                """, () -> prod().manifest("Deployment", "order").hasField("metadata.labels[app.kubernetes.io/nam]"));
    }

    @Test
    void sayWhatElseSomethingIs() {
        failsWith("""
                Expecting AWS::MSK::Topic OrderPaid in prod/streaming
                to have DeletionPolicy
                  Retain or RetainExceptOnCreate or Snapshot
                but it has
                  nothing
                """, () -> prod().resource("AWS::MSK::Topic", "order.paid").isRetained());
        failsWith("""
                Expecting route /api/orders of Ingress order in prod/order.k8s.yaml
                to have the service
                  payment
                but it has
                  order
                Declared at Services.java:15
                """, () -> prod().route("/api/orders").leadsTo("payment"));
    }
}
