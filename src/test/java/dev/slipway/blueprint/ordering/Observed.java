package dev.slipway.blueprint.ordering;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the output alone says of a service in an environment, in lines that a person can write down beforehand. */
record Observed(Synthesis synthesis, String environment, String service) {
    static Observed of(String environment, String service) {
        return new Observed(OrderingSynthesis.SYNTHESIS, environment, service);
    }

    /** {@code KAFKA_GROUP_ID=payment} and {@code DATABASE_HOST <- /ordering/prod/database/endpoint}. */
    Set<String> variables() {
        Set<String> lines = new TreeSet<>();
        Manifest deployment = synthesis.manifest(environment, "Deployment", service);
        Tree container = deployment.at("spec.template.spec.containers.0");
        container.get("envFrom").items().forEach(from -> synthesis
                .manifest(environment, "ConfigMap", from.at("configMapRef.name").text())
                .at("data")
                .fields()
                .forEach((name, value) -> lines.add(name + "=" + value.text())));
        container
                .get("env")
                .items()
                .forEach(variable -> lines.add(
                        variable.get("name").text() + " <- " + origin(variable.at("valueFrom.secretKeyRef"))));
        return lines;
    }

    private String origin(Tree reference) {
        Manifest external = synthesis.manifest(
                environment, "ExternalSecret", reference.get("name").text());
        Tree remote = external.at("spec.data").items().stream()
                .filter(data -> data.get("secretKey").equals(reference.get("key")))
                .findFirst()
                .orElseThrow()
                .get("remoteRef");
        String property = remote.get("property").text();
        return remote.get("key").text() + (property.isEmpty() ? "" : "#" + property);
    }

    /** {@code WriteData topic/payment.settled}: actions and resources without service, account, region and cluster. */
    Set<String> grants() {
        Set<String> lines = new TreeSet<>();
        Resource role = synthesis.resources(environment, "AWS::IAM::Role").stream()
                .filter(candidate ->
                        candidate.property("RoleName").text().equals("ordering.%s.%s".formatted(environment, service)))
                .findFirst()
                .orElseThrow();
        for (Tree policy : role.property("Policies").items()) {
            for (Tree statement : policy.at("PolicyDocument.Statement").items()) {
                for (Tree resource : statement.get("Resource").items()) {
                    String arn = resource.at("Fn::Join.1.0").text()
                            + resource.at("Fn::Join.1.2").text();
                    statement
                            .get("Action")
                            .texts()
                            .forEach(action -> lines.add(action.replace("kafka-cluster:", "") + " "
                                    + arn.replaceFirst("arn:aws:kafka:eu-central-1:111122223333:", "")
                                            .replace("//", "/")));
                }
            }
        }
        return lines;
    }

    /** {@code out TCP 5432 10.30.96.0/22} and {@code in TCP 8080 monitoring}. */
    Set<String> edges() {
        Set<String> lines = new TreeSet<>();
        Stream.of("NetworkPolicy", "ApplicationNetworkPolicy")
                .flatMap(kind -> synthesis.manifests(environment, kind).stream())
                .filter(policy -> policy.at("spec.podSelector.matchLabels")
                        .get("app.kubernetes.io/name")
                        .text()
                        .equals(service))
                .forEach(policy -> {
                    policy.at("spec.egress").items().forEach(rule -> edges("out", rule, rule.get("to"), lines));
                    policy.at("spec.ingress").items().forEach(rule -> edges("in", rule, rule.get("from"), lines));
                });
        return lines;
    }

    private static void edges(String direction, Tree rule, Tree peers, Set<String> lines) {
        for (Tree port : rule.get("ports").items()) {
            for (Tree peer : peers.items()) {
                lines.add("%s %s %s %s"
                        .formatted(
                                direction,
                                port.get("protocol").text(),
                                port.get("port").text(),
                                peer(peer)));
            }
        }
    }

    private static String peer(Tree peer) {
        if (peer.get("ipBlock").exists()) {
            return peer.at("ipBlock.cidr").text();
        }
        if (peer.get("domainNames").exists()) {
            return String.join(",", peer.get("domainNames").texts());
        }
        String namespace = peer.get("namespaceSelector")
                .get("matchLabels")
                .get("kubernetes.io/metadata.name")
                .text();
        Tree labels = peer.get("podSelector").get("matchLabels");
        String pods = String.join(
                ",", labels.fields().values().stream().map(Tree::text).toList());
        return pods.isEmpty() ? namespace : namespace + "/" + pods;
    }
}
