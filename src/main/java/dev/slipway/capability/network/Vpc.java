package dev.slipway.capability.network;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A VPC of the environment's own over three zones, with public, private and isolated subnets, flow logs, and endpoints
 * for the AWS services that the platform uses.
 *
 * <pre>{@code
 * Environment.named("dev").with(vpc().cidr("10.20.0.0/16").natGateways(1))
 * }</pre>
 *
 * @param cidr its address range; by default {@value #DEFAULT_CIDR}
 * @param natGateways how many zones have one; by default one, and in production each zone
 * @param endpoints by default the gateways alone, which cost nothing, and in production all that are used
 */
@Declares
public record Vpc(String cidr, OptionalInt natGateways, Optional<VpcEndpoints> endpoints, Origin origin)
        implements Network, ProvisionsOnAws {
    public static final String DEFAULT_CIDR = "10.0.0.0/16";

    /** The widest that AWS allows: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html. */
    private static final int WIDEST = 16;

    /** Below it a public subnet would be narrower than the /27 that load balancers ask for. */
    private static final int NARROWEST = 20;

    /** RFC 1918. */
    private static final List<Cidr> NOT_ROUTED =
            List.of(Cidr.of("10.0.0.0/8"), Cidr.of("172.16.0.0/12"), Cidr.of("192.168.0.0/16"));

    public static Vpc vpc() {
        return new Vpc(DEFAULT_CIDR, OptionalInt.empty(), Optional.empty(), Origin.here());
    }

    /** A range that overlaps with no other network it will ever be connected with: {@code cidr("10.20.0.0/16")}. */
    public Vpc cidr(String range) {
        return new Vpc(range, natGateways, endpoints, origin);
    }

    /** One costs least; one a zone keeps the others connected when a zone fails. */
    public Vpc natGateways(int number) {
        return new Vpc(cidr, OptionalInt.of(number), endpoints, origin);
    }

    /** Which AWS services are reached without NAT: {@code endpoints(VpcEndpoints.USED)}. */
    public Vpc endpoints(VpcEndpoints choice) {
        return new Vpc(cidr, natGateways, Optional.of(choice), origin);
    }

    @Override
    public Cidr range() {
        return usable().orElseGet(() -> Cidr.of(DEFAULT_CIDR));
    }

    @Override
    public List<Cidr> subnets(Tier tier) {
        return new AddressPlan(range()).subnets(tier);
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (usable().isEmpty()) {
            problems.add(error(
                    "network/cidr",
                    origin,
                    "The range (%s) of the VPC must be a private IPv4 range of prefix /%s to /%s whose host part is zero."
                            .formatted(cidr, WIDEST, NARROWEST),
                    "write it as vpc().cidr(\"10.20.0.0/16\")."));
        }
        natGateways.stream()
                .filter(number -> number < 1 || number > AddressPlan.ZONES)
                .forEach(number -> problems.add(error(
                        "network/nat-gateways",
                        origin,
                        "The NAT gateways (%s) of the VPC must be 1 to %s, at most one a zone."
                                .formatted(number, AddressPlan.ZONES),
                        "write it as vpc().natGateways(1).")));
        return problems.build();
    }

    private Optional<Cidr> usable() {
        return Cidr.parse(cidr)
                .filter(range -> range.prefix() >= WIDEST && range.prefix() <= NARROWEST)
                .filter(range -> NOT_ROUTED.stream().anyMatch(range::overlaps));
    }

    @Override
    public void provision(EnvironmentStage stage) {
        int gateways = natGateways.orElse(stage.isProduction() ? AddressPlan.ZONES : 1);
        VpcEndpoints chosen = endpoints.orElse(stage.isProduction() ? VpcEndpoints.USED : VpcEndpoints.GATEWAYS_ONLY);
        new NetworkStack(stage.stack("network")).add(new AddressPlan(range()), gateways, chosen);
    }
}
