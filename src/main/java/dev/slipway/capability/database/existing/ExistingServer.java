package dev.slipway.capability.database.existing;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.database.engine.Access;
import dev.slipway.capability.database.engine.Engine;
import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A database server that somebody else runs.
 *
 * @param host by its name or address
 * @param securityGroup that guards it; it gets a rule for the pods of the cluster
 * @param masterSecret the name of a secret in Secrets Manager with {@code username} and {@code password} of somebody who may
 *     make users and databases; encrypted with the account's own key
 * @param range where it has its address; by default in the network of the environment
 */
public record ExistingServer(
        Engine engine, String host, String securityGroup, String masterSecret, int port, Optional<String> range) {
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
    private static final Pattern SECURITY_GROUP = Pattern.compile("sg-([0-9a-f]{8}|[0-9a-f]{17})");

    /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, less what ARNs end in. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/_+=.@-]+");

    private static final int MAX_PORT = 65_535;

    /** On the engine's usual port, in the network of the environment. */
    public static ExistingServer of(Engine engine, String host, String securityGroup, String masterSecret) {
        return new ExistingServer(engine, host, securityGroup, masterSecret, engine.port(), Optional.empty());
    }

    ExistingServer port(int newPort) {
        return new ExistingServer(engine, host, securityGroup, masterSecret, newPort, range);
    }

    ExistingServer within(String newRange) {
        return new ExistingServer(engine, host, securityGroup, masterSecret, port, Optional.of(newRange));
    }

    /** All that is wrong with how it is described. */
    public Stream<Problem> check(Origin origin) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!HOST.matcher(host).matches()) {
            problems.add(error(
                    "database/existing-host",
                    origin,
                    "The host (%s) of the existing %s must be a name or an address, without a port."
                            .formatted(host, engine.title()),
                    "name it as AWS shows it, such as \"main.abc123.eu-central-1.rds.amazonaws.com\"."));
        }
        if (!SECURITY_GROUP.matcher(securityGroup).matches()) {
            problems.add(error(
                    "database/existing-security-group",
                    origin,
                    "The security group (%s) of the existing %s must be the id of one."
                            .formatted(securityGroup, engine.title()),
                    "name it as AWS shows it, such as \"sg-0123456789abcdef0\"."));
        }
        if (!SECRET.matcher(masterSecret).matches()) {
            problems.add(error(
                    "database/existing-secret",
                    origin,
                    "The secret (%s) of the existing %s must be the name of one in Secrets Manager, not its ARN."
                            .formatted(masterSecret, engine.title()),
                    "name it as AWS shows it, such as \"shared/postgres/master\"."));
        }
        if (port < 1 || port > MAX_PORT) {
            problems.add(error(
                    "database/existing-port",
                    origin,
                    "The port (%s) of the existing %s must be 1 to %s.".formatted(port, engine.title(), MAX_PORT),
                    "choose port(%s).".formatted(engine.port())));
        }
        range.filter(text -> Cidr.parse(text).isEmpty())
                .ifPresent(text -> problems.add(error(
                        "database/existing-range",
                        origin,
                        "The range (%s) of the existing %s must be an IPv4 range whose host part is zero."
                                .formatted(text, engine.title()),
                        "write it as within(\"10.9.0.0/16\").")));
        return problems.build();
    }

    /** How services reach it. */
    public Access access(Place place) {
        Cidr where = range.flatMap(Cidr::parse)
                .or(() -> place.choice(Network.class).map(Network::range))
                .orElseThrow();
        return Access.adopted(engine, new Peer.OfRange(where), port, masterSecret, host);
    }
}
