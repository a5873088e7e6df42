package dev.slipway.acceptance.mutation;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every reference led to nothing, and every name that others refer to changed. */
final class References {
    private static final String GONE = "-gone";

    /** Texts of resources by which others know them. */
    private static final Pattern NAMED = Pattern.compile(
            "Properties/(Name|AliasName|BucketName|ClusterName|Namespace|ServiceAccount|TopicName|RoleName|RepositoryName|AddonName"
                    + "|PolicyName|LogGroupName|DBInstanceIdentifier|ReplicationGroupId|UserGroupId|UserId|ServerlessCacheName)");

    /** Texts of objects that name another object, or a part of one. */
    private static final Pattern NAMING = Pattern.compile(
            "metadata/(name|namespace)"
                    + "|(.*/)?(serviceAccountName|priorityClassName|storageClassName|ingressClassName|gatewayClassName|secretName|claimName|serviceName"
                    + "|persistentVolumeClaim/claimName|targetPort|hostname|sectionName|controller|provisioner)"
                    + "|(.*/)?(\\w*[rR]ef|backend/service|port|parameters|service|volumeMounts/\\*|volumes/\\*|configMap|subjects/\\*|parentRefs/\\*|services/\\*"
                    + "|middlewares/\\*|backendRefs/\\*|tls)/(name|key|property|namespace|port)"
                    + "|(.*/)?(httpGet|tcpSocket)/port|(.*/)?(matchLabels|selector)/\\*|spec/provider/aws/(role|region|service)|(.*/)?image");

    private References() {}

    static Stream<Mutation> of(Subject subject, Place place) {
        Tree value = place.value();
        if (subject instanceof Subject.OfTemplate) {
            if (place.isFunction()) {
                return functions(value).stream()
                        .map(other -> Mutation.of(
                                subject,
                                Operator.DANGLE,
                                place.path(),
                                Plain.set(subject.tree(), place.steps(), other)));
            }
            boolean isText = !value.text().isEmpty()
                    && (NAMED.matcher(place.path()).matches() || place.path().startsWith("DependsOn"));
            return isText ? Stream.of(renamed(subject, place)) : Stream.empty();
        }
        boolean isNaming =
                !value.text().isEmpty() && NAMING.matcher(place.path()).matches();
        return isNaming ? Stream.of(renamed(subject, place)) : Stream.empty();
    }

    private static Mutation renamed(Subject subject, Place place) {
        Object other = place.value()
                .number()
                .<Object>map(number -> number + 1000)
                .orElseGet(() -> place.value().text() + GONE);
        return Mutation.of(subject, Operator.DANGLE, place.path(), Plain.set(subject.tree(), place.steps(), other));
    }

    /** The function with another id, and with another attribute. */
    private static List<Object> functions(Tree function) {
        List<Object> others = new ArrayList<>();
        if (function.get("Ref").exists()) {
            others.add(Map.of("Ref", function.get("Ref").text() + "Gone"));
        }
        Tree attribute = function.get("Fn::GetAtt");
        if (attribute.exists()) {
            others.add(Map.of(
                    "Fn::GetAtt",
                    List.of(attribute.at("0").text() + "Gone", attribute.at("1").text())));
            others.add(Map.of(
                    "Fn::GetAtt",
                    List.of(attribute.at("0").text(), attribute.at("1").text() + "Gone")));
        }
        Tree sub = function.get("Fn::Sub");
        if (sub.text().contains("${")) {
            others.add(Map.of("Fn::Sub", sub.text().replaceFirst("\\$\\{", "\\${Gone")));
        }
        String text = function.toString();
        if (others.isEmpty() && text.contains("\"Ref\":\"")) {
            others.add(Plain.read(text.replaceFirst("\"Ref\":\"", "\"Ref\":\"Gone")));
        } else if (others.isEmpty() && text.contains("\"Fn::GetAtt\":[\"")) {
            others.add(Plain.read(text.replaceFirst("\"Fn::GetAtt\":\\[\"", "\"Fn::GetAtt\":[\"Gone")));
        }
        return others;
    }
}
