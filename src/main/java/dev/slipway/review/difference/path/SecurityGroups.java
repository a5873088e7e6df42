package dev.slipway.review.difference.path;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.template.Intrinsics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What security groups let in and out, whether the rule stands in the group or beside it. */
final class SecurityGroups {
    private static final String GROUP = "AWS::EC2::SecurityGroup";

    /** What the CDK puts in the place of no rule, as a group without any would let out everything. */
    private static final String NOTHING = "255.255.255.255/32";

    private final Map<String, List<Path>> paths = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    SecurityGroups(Synthesis... sides) {
        for (Synthesis side : sides) {
            for (Template template : side.templates()) {
                template.resources(GROUP).forEach(group -> {
                    String path = template.path() + "/" + group.id();
                    names.put("${%s}".formatted(path), name(group));
                    names.put("${%s/GroupId}".formatted(path), name(group));
                });
            }
        }
    }

    /** The paths of one of the sides. */
    static Stream<Path> of(Synthesis side, Synthesis... sides) {
        SecurityGroups groups = new SecurityGroups(sides);
        groups.read(side);
        return groups.paths.values().stream().flatMap(List::stream);
    }

    private void read(Synthesis side) {
        for (Template template : side.templates()) {
            for (Resource group : template.resources(GROUP)) {
                String name = name(group);
                rules(group, "SecurityGroupIngress").forEach(rule -> add(template, name, rule, "accept", "Source"));
                List<Tree> out = rules(group, "SecurityGroupEgress");
                out.forEach(rule -> add(template, name, rule, "reach", "Destination"));
                if (out.isEmpty()) {
                    add(path(template, name, "reach", Ports.ALL, "0.0.0.0/0"));
                }
            }
            template.resources(GROUP + "Ingress")
                    .forEach(rule -> add(template, owner(rule), rule.tree().get("Properties"), "accept", "Source"));
            template.resources(GROUP + "Egress")
                    .forEach(rule -> add(template, owner(rule), rule.tree().get("Properties"), "reach", "Destination"));
        }
    }

    private static List<Tree> rules(Resource group, String property) {
        return group.property(property).items();
    }

    private String owner(Resource rule) {
        return named(Intrinsics.text(rule.template(), rule.property("GroupId")));
    }

    private void add(Template template, String group, Tree rule, String verb, String side) {
        String peer = peer(template, rule, side);
        if (!peer.equals(NOTHING)) {
            add(path(template, group, verb, ports(rule), peer));
        }
    }

    private void add(Path path) {
        paths.computeIfAbsent(path.subject(), none -> new ArrayList<>()).add(path);
    }

    private static Path path(Template template, String group, String verb, Ports ports, String peer) {
        return new Path(Kind.SECURITY_GROUP, template.stage(), group, verb, ports, Peer.of(peer));
    }

    private String peer(Template template, Tree rule, String side) {
        return Stream.of(
                        "CidrIp",
                        "CidrIpv6",
                        side + "SecurityGroupId",
                        side + "SecurityGroupName",
                        side + "PrefixListId")
                .map(rule::get)
                .filter(Tree::exists)
                .map(value -> named(Intrinsics.text(template, value)))
                .findFirst()
                .orElse("somebody unknown");
    }

    private static Ports ports(Tree rule) {
        String protocol = rule.get("IpProtocol").text();
        if (protocol.equals("-1") || protocol.equals("all")) {
            return Ports.ALL;
        }
        long from = rule.get("FromPort").number().orElse(0L);
        long to = rule.get("ToPort").number().orElse(Ports.LAST);
        boolean isAnyPort = from < 0 || to < 0;
        return new Ports(protocol, isAnyPort ? 0 : from, isAnyPort ? Ports.LAST : to, "");
    }

    private String named(String reference) {
        return names.getOrDefault(reference, reference.replaceFirst("^\\$\\{(.*)}$", "$1"));
    }

    private static String name(Resource group) {
        Tree name =
                group.property("GroupName").exists() ? group.property("GroupName") : group.property("GroupDescription");
        return "security group (%s)"
                .formatted(name.text().isEmpty() ? group.template().path() + "/" + group.id() : name.text());
    }
}
