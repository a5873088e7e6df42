package dev.slipway.capability.network;

import dev.slipway.plan.Names;
import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A VPC that somebody else looks after: its ids are published where a VPC of one's own would have them, and nothing in it
 * is made or changed. NAT, endpoints and flow logs are its owner's; so are the tags by which load balancers find its
 * subnets, {@code kubernetes.io/role/elb} on the public ones and {@code kubernetes.io/role/internal-elb} on the private.
 *
 * <pre>{@code
 * existingVpc("vpc-0a1b2c3d4e5f60718").cidr("10.0.0.0/16")
 *     .publicSubnet("subnet-0a1b2c3d4e5f60711", "10.0.0.0/24")      // one a zone: three of each tier
 *     .privateSubnet("subnet-0a1b2c3d4e5f60721", "10.0.32.0/19")
 *     .isolatedSubnet("subnet-0a1b2c3d4e5f60731", "10.0.96.0/24")
 * }</pre>
 *
 * @param id of the VPC
 * @param cidr the range in which all its subnets lie; network policies are made from it and theirs
 * @param subnets three of each tier, in the order of their zones
 */
@Declares
public record ExistingVpc(String id, String cidr, List<Subnet> subnets, Origin origin)
        implements Network, ProvisionsOnAws {
    private static final String NOT_GIVEN = "none";

    /** What stands for a range that is not given or not readable while problems are looked for. */
    private static final Cidr UNKNOWN = Cidr.host("0.0.0.0");

    /** A subnet by its id, such as {@code subnet-0a1b2c3d4e5f60718}, and its address range. */
    public record Subnet(Tier tier, String id, String cidr) {
        Optional<Cidr> range() {
            return Cidr.parse(cidr);
        }
    }

    public ExistingVpc {
        subnets = List.copyOf(subnets);
    }

    /** By its id: {@code existingVpc("vpc-0a1b2c3d4e5f60718")}. */
    public static ExistingVpc existingVpc(String id) {
        return new ExistingVpc(id, NOT_GIVEN, List.of(), Origin.here());
    }

    /** Its address range: {@code cidr("10.0.0.0/16")}. */
    public ExistingVpc cidr(String range) {
        return new ExistingVpc(id, range, subnets, origin);
    }

    /** A subnet that reaches the internet and is reached from it: for load balancers. */
    public ExistingVpc publicSubnet(String subnet, String range) {
        return with(new Subnet(Tier.PUBLIC, subnet, range));
    }

    /** A subnet that reaches the internet through NAT: for nodes and pods. */
    public ExistingVpc privateSubnet(String subnet, String range) {
        return with(new Subnet(Tier.PRIVATE, subnet, range));
    }

    /** A subnet without a way to or from the internet: for brokers, databases and caches. */
    public ExistingVpc isolatedSubnet(String subnet, String range) {
        return with(new Subnet(Tier.ISOLATED, subnet, range));
    }

    private ExistingVpc with(Subnet subnet) {
        return new ExistingVpc(
                id, cidr, Stream.concat(subnets.stream(), Stream.of(subnet)).toList(), origin);
    }

    @Override
    public Cidr range() {
        return Cidr.parse(cidr).orElse(UNKNOWN);
    }

    @Override
    public List<Cidr> subnets(Tier tier) {
        return of(tier).flatMap(subnet -> subnet.range().stream()).toList();
    }

    Stream<Subnet> of(Tier tier) {
        return subnets.stream().filter(subnet -> subnet.tier() == tier);
    }

    @Override
    public Stream<Problem> check(Place place) {
        return ExistingVpcChecks.of(this);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        EnvironmentStack stack = stage.stack("network");
        Names names = stage.names();
        stack.publish(names.vpcId(), id);
        for (Tier tier : AddressPlan.ORDER) {
            stack.publish(names.subnetIds(tier), of(tier).map(Subnet::id).toList());
        }
    }
}
