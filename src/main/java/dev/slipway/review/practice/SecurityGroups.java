package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Doors from the internet: CIS AWS Foundations 5.2 to 5.4. */
public final class SecurityGroups {
    private static final String GROUP = "AWS::EC2::SecurityGroup";
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";

    /** What a web server in front of everybody listens on. */
    private static final Set<String> PUBLIC = new TreeSet<>(List.of("80", "443"));

    /** Ports that no service needs at once. */
    private static final long MANY = 1000;

    private SecurityGroups() {}

    public static Stream<Finding> open(Synthesis synthesis) {
        Stream<Finding> inline = Demand.of(GROUP).in(synthesis).flatMap(group -> {
            List<Finding> found = new ArrayList<>();
            List<Tree> rules = group.property("SecurityGroupIngress").items();
            for (int i = 0; i < rules.size(); i++) {
                check(group, "Properties.SecurityGroupIngress." + i, rules.get(i), found);
            }
            return found.stream();
        });
        Stream<Finding> apart = Demand.of(INGRESS).in(synthesis).flatMap(rule -> {
            List<Finding> found = new ArrayList<>();
            check(rule, "Properties", rule.tree().get("Properties"), found);
            return found.stream();
        });
        return Stream.concat(inline, apart);
    }

    private static void check(Resource resource, String path, Tree rule, List<Finding> found) {
        for (String field : List.of("CidrIp", "CidrIpv6")) {
            String range = rule.get(field).text();
            boolean isWeb =
                    rule.get("FromPort").text().equals(rule.get("ToPort").text())
                            && PUBLIC.contains(rule.get("FromPort").text());
            if (isWide(range)) {
                Finding open = Finding.about(
                        resource,
                        path + "." + field,
                        "(%s) must be a range of one's own for ports %s to %s."
                                .formatted(
                                        range, Demand.shown(rule.get("FromPort")), Demand.shown(rule.get("ToPort"))));
                found.add(isWeb ? open.asWarning() : open);
            }
        }
        if (rule.get("IpProtocol").text().equals("-1")) {
            found.add(Finding.about(
                    resource, path + ".IpProtocol", "(-1) must be one protocol with its ports, not all."));
        }
        boolean isSourced = Stream.of(
                        "CidrIp", "CidrIpv6", "SourceSecurityGroupId", "SourcePrefixListId", "SourceSecurityGroupName")
                .anyMatch(source -> rule.get(source).exists());
        if (!isSourced) {
            found.add(Finding.about(resource, path, "must name whom it lets in: a range, a group or a prefix list."));
        }
        long from = rule.get("FromPort").number().orElse(0L);
        long to = rule.get("ToPort").number().orElse(0L);
        if (rule.get("IpProtocol").text().matches("tcp|udp") && (from > to || to - from > MANY)) {
            found.add(Finding.about(
                    resource,
                    path + ".FromPort",
                    "(%s) must be the first of a few ports, not of all up to %s.".formatted(from, to)));
        }
    }

    /** More than half of all addresses, or a sixteenth and more that is no private range. */
    private static boolean isWide(String range) {
        return range.matches(".*/[0-7]") && !range.matches("(10\\.0\\.0\\.0/8|f[cd].*)");
    }
}
