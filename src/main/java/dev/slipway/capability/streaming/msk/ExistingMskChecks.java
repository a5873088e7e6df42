package dev.slipway.capability.streaming.msk;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Target;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with how an existing cluster is named. */
record ExistingMskChecks(ExistingMsk msk) {
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:kafka:([a-z0-9-]+):([0-9]{12}):cluster/[A-Za-z0-9-]{1,64}/[a-z0-9-]+");

    private static final Pattern SECURITY_GROUP = Pattern.compile("sg-[0-9a-f]{8,17}");
    private static final int MOST_COPIES = 3;

    Stream<Problem> in(Place place) {
        return Stream.of(arn(place), servers(), securityGroup(), ranges(), replication())
                .flatMap(problems -> problems);
    }

    private Stream<Problem> arn(Place place) {
        Matcher arn = ARN.matcher(msk.clusterArn());
        if (!arn.matches()) {
            return Stream.of(problem(
                    "streaming/cluster-arn",
                    "The ARN (%s) of the MSK cluster must be that of a cluster, with its name and its id."
                            .formatted(msk.clusterArn()),
                    "copy it from aws kafka list-clusters-v2."));
        }
        Target target = place.target();
        Target ofCluster = new Target(arn.group(2), arn.group(1));
        return target.equals(Target.DOCUMENTATION) || target.equals(ofCluster)
                ? Stream.empty()
                : Stream.of(problem(
                        "streaming/cluster-elsewhere",
                        "The MSK cluster (%s in %s) must be in the account and region of environment %s (%s in %s)."
                                .formatted(
                                        ofCluster.account(),
                                        ofCluster.region(),
                                        place.environment().name(),
                                        target.account(),
                                        target.region()),
                        "name a cluster there, or choose one of the environment's own."));
    }

    private Stream<Problem> servers() {
        List<String> servers = List.of(msk.bootstrapServers().split(",", -1));
        return servers.stream()
                .filter(server -> !isServer(server))
                .limit(1)
                .map(server -> problem(
                        "streaming/bootstrap-servers",
                        "The bootstrap server (%s) of the MSK cluster must be a host and IAM's port, %s, parted by a colon."
                                .formatted(server, MskClients.IAM_PORT),
                        "copy BootstrapBrokerStringSaslIam from aws kafka get-bootstrap-brokers."));
    }

    private static boolean isServer(String server) {
        String port = ":" + MskClients.IAM_PORT;
        return server.endsWith(port) && Syntax.isHost(server.substring(0, server.length() - port.length()));
    }

    private Stream<Problem> securityGroup() {
        return msk.securityGroup().stream()
                .filter(id -> !SECURITY_GROUP.matcher(id).matches())
                .map(id -> problem(
                        "streaming/security-group",
                        "The security group (%s) of the MSK cluster must be an id.".formatted(id),
                        "write it as securityGroup(\"sg-0123456789abcdef0\")."));
    }

    private Stream<Problem> ranges() {
        return msk.ranges().stream()
                .filter(range -> Cidr.parse(range).isEmpty())
                .map(range -> problem(
                        "streaming/range",
                        "The range (%s) of the MSK cluster must be an IPv4 range whose host part is zero."
                                .formatted(range),
                        "write it as within(\"10.9.0.0/20\")."));
    }

    private Stream<Problem> replication() {
        int copies = msk.replicationFactor();
        return copies >= 1 && copies <= MOST_COPIES
                ? Stream.empty()
                : Stream.of(problem(
                        "streaming/replication",
                        "The replication factor (%s) of topics must be 1 to %s, and at most the number of brokers."
                                .formatted(copies, MOST_COPIES),
                        "write it as replicationFactor(%s).".formatted(ExistingMsk.DEFAULT_REPLICATION_FACTOR)));
    }

    private Problem problem(String rule, String what, String fix) {
        return error(rule, msk.origin(), what, fix);
    }
}
