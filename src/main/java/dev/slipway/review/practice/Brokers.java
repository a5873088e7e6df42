package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.template.Intrinsics;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Brokers of MSK and their topics: https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html. */
public final class Brokers {
    private static final String CLUSTER = "AWS::MSK::Cluster";
    private static final String SERVERLESS = "AWS::MSK::ServerlessCluster";
    private static final String CONFIGURATION = "AWS::MSK::Configuration";
    private static final String TOPIC = "AWS::MSK::Topic";
    private static final Pattern IN_SYNC = Pattern.compile("(?m)^\\s*min\\.insync\\.replicas\\s*=\\s*(?<number>\\d+)");
    private static final Pattern COPIES =
            Pattern.compile("(?m)^\\s*default\\.replication\\.factor\\s*=\\s*(?<number>\\d+)");

    /** Brokers from which on one can be lost without losing what was acknowledged. */
    private static final long SEVERAL = 3;

    private Brokers() {}

    public static Stream<Finding> plaintext(Synthesis synthesis) {
        return Stream.concat(
                Demand.of(CLUSTER)
                        .at(
                                synthesis,
                                "EncryptionInfo.EncryptionInTransit.ClientBroker",
                                "be TLS",
                                value -> !value.exists() || value.text().equals("TLS")),
                Demand.of(CLUSTER)
                        .at(synthesis, "EncryptionInfo.EncryptionInTransit.InCluster", "be true", value -> !value.text()
                                .equals("false")));
    }

    public static Stream<Finding> unauthenticated(Synthesis synthesis) {
        Stream<Finding> anybody = Demand.of(CLUSTER)
                .at(synthesis, "ClientAuthentication.Unauthenticated.Enabled", "be false", value -> !value.isTrue());
        Stream<Finding> nobody = Demand.of(CLUSTER, SERVERLESS)
                .at(
                        synthesis,
                        "ClientAuthentication",
                        "enable IAM, SCRAM or TLS, or anybody in the VPC is let in",
                        Brokers::isAuthenticated);
        Stream<Finding> open = Demand.of(CLUSTER)
                .at(
                        synthesis,
                        "BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type",
                        "be DISABLED",
                        value -> !value.text().equals("SERVICE_PROVIDED_EIPS"));
        return Stream.of(anybody, nobody, open).flatMap(findings -> findings);
    }

    /** Those of the VPC hold for what names none. */
    public static Stream<Finding> ungrouped(Synthesis synthesis) {
        return Stream.concat(
                Demand.of(CLUSTER)
                        .at(
                                synthesis,
                                "BrokerNodeGroupInfo.SecurityGroups",
                                "name a security group",
                                value -> !value.items().isEmpty()),
                Demand.of(SERVERLESS)
                        .at(synthesis, "VpcConfigs", "name a security group each", configs -> configs.items().stream()
                                .noneMatch(config ->
                                        config.get("SecurityGroups").items().isEmpty())));
    }

    private static boolean isAuthenticated(Tree authentication) {
        return Stream.of("Sasl.Iam.Enabled", "Sasl.Scram.Enabled", "Tls.Enabled")
                .anyMatch(way -> authentication.at(way).isTrue());
    }

    /** What was acknowledged must survive the loss of a broker. */
    public static Stream<Finding> lossy(Synthesis synthesis) {
        return Stream.of(
                        configurations(
                                synthesis,
                                "unclean.leader.election.enable",
                                "must be false: a broker that lags behind would lead, and lose what others have."),
                        configurations(
                                synthesis,
                                "auto.create.topics.enable",
                                "must be false: a misspelt name would become a topic with one copy."),
                        inSync(synthesis),
                        Demand.of(TOPIC).in(synthesis).flatMap(topic -> topic(synthesis, topic)),
                        unconfigured(synthesis))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> configurations(Synthesis synthesis, String key, String must) {
        return Demand.of(CONFIGURATION)
                .at(synthesis, "ServerProperties", "set %s=false".formatted(key), value -> value.text()
                        .matches("(?s)(.*\\n)?\\s*" + Pattern.quote(key) + "\\s*=\\s*false\\b.*"))
                .map(finding -> new Finding(
                        finding.rule(),
                        finding.severity(),
                        finding.object(),
                        finding.field(),
                        "%s %s".formatted(key, must),
                        "",
                        finding.location()));
    }

    private static Stream<Finding> inSync(Synthesis synthesis) {
        return Demand.of(CONFIGURATION).in(synthesis).flatMap(configuration -> {
            String text = configuration.property("ServerProperties").text();
            return bounds(
                    configuration,
                    "Properties.ServerProperties",
                    number(COPIES, text),
                    number(IN_SYNC, text),
                    brokers(synthesis, configuration))
                    .stream();
        });
    }

    private static Stream<Finding> topic(Synthesis synthesis, Resource topic) {
        Optional<Long> copies = topic.property("ReplicationFactor").number();
        long brokers = brokers(synthesis, topic);
        Stream<Finding> many = copies.filter(number -> brokers > 0 && number > brokers).stream()
                .map(number -> Finding.about(
                        topic,
                        "Properties.ReplicationFactor",
                        "(%s) must be at most the number of brokers (%s).".formatted(number, brokers)));
        Stream<Finding> few = copies.filter(number -> brokers >= SEVERAL && number < 2).stream()
                .map(number -> Finding.about(
                        topic,
                        "Properties.ReplicationFactor",
                        "(%s) must be at least 2: one lost broker loses the topic.".formatted(number)));
        Stream<Finding> bounds =
                bounds(topic, "Properties.Configs", copies, number(IN_SYNC, configs(topic)), brokers).stream();
        return Stream.of(many, few, bounds).flatMap(findings -> findings);
    }

    private static String configs(Resource topic) {
        try {
            return new String(
                    Base64.getDecoder().decode(topic.property("Configs").text()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Optional<Finding> bounds(
            Resource resource, String field, Optional<Long> copies, Optional<Long> inSync, long brokers) {
        if (copies.isEmpty() || inSync.isEmpty()) {
            return Optional.empty();
        }
        String number = "min.insync.replicas (%s)".formatted(inSync.get());
        if (inSync.get() >= copies.get() && copies.get() > 1) {
            return Optional.of(Finding.about(
                    resource,
                    field,
                    "%s must be less than the copies (%s), or a patch of one broker stops all writes."
                            .formatted(number, copies.get())));
        }
        return brokers >= SEVERAL && copies.get() >= SEVERAL && inSync.get() < 2
                ? Optional.of(Finding.about(
                        resource,
                        field,
                        "%s must be at least 2 with %s brokers, or an acknowledged event stands on one disk."
                                .formatted(number, brokers)))
                : Optional.empty();
    }

    private static Stream<Finding> unconfigured(Synthesis synthesis) {
        Keeping keeping = Keeping.of(synthesis);
        Demand kept = Demand.of(CLUSTER).where(keeping::keeps);
        return Stream.concat(
                kept.where(cluster -> !cluster.property("BrokerNodeGroupInfo.InstanceType")
                                .text()
                                .startsWith("express."))
                        .at(synthesis, "ConfigurationInfo", "name a configuration, or that of MSK holds", Tree::exists),
                kept.at(synthesis, "NumberOfBrokerNodes", "be at least 2 where data is kept", Demand.isAtLeast(2)));
    }

    /** Of its own cluster, or of the only one of its stage; 0 where nobody knows. */
    private static long brokers(Synthesis synthesis, Resource resource) {
        Optional<Resource> own = Intrinsics.resource(resource.template(), resource.property("ClusterArn"));
        return own.filter(cluster -> cluster.type().equals(CLUSTER))
                .or(() -> synthesis.resources(resource.template().stage(), CLUSTER).stream()
                        .findFirst())
                .flatMap(cluster -> cluster.property("NumberOfBrokerNodes").number())
                .orElse(0L);
    }

    private static Optional<Long> number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(Long.valueOf(matcher.group("number"))) : Optional.empty();
    }

    /** Without logs nobody learns why a broker refuses. */
    public static Stream<Finding> silent(Synthesis synthesis) {
        return Demand.of(CLUSTER)
                .at(synthesis, "LoggingInfo.BrokerLogs", "send the brokers' logs somewhere", logs -> Stream.of(
                                "CloudWatchLogs", "Firehose", "S3")
                        .anyMatch(target -> logs.get(target).get("Enabled").isTrue()));
    }
}
