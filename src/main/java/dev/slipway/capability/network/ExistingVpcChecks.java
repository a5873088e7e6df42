package dev.slipway.capability.network;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.network.ExistingVpc.Subnet;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be wrong with what is said about a VPC that is there already. */
record ExistingVpcChecks(ExistingVpc vpc) {
    /** Of eight digits where it is older than 2018: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html. */
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{8}|[0-9a-f]{17}");

    private static final String VPC = "vpc-";
    private static final String SUBNET = "subnet-";

    static Stream<Problem> of(ExistingVpc vpc) {
        ExistingVpcChecks checks = new ExistingVpcChecks(vpc);
        return Stream.of(
                        checks.id(),
                        checks.range(),
                        checks.tiers(),
                        checks.subnetIds(),
                        checks.ranges(),
                        checks.overlaps())
                .flatMap(problems -> problems);
    }

    private static boolean isId(String kind, String id) {
        return id.startsWith(kind)
                && DIGITS.matcher(id.substring(kind.length())).matches();
    }

    private Stream<Problem> id() {
        return isId(VPC, vpc.id())
                ? Stream.empty()
                : Stream.of(error(
                        "network/vpc-id",
                        vpc.origin(),
                        "The id (%s) of the existing VPC must be vpc- and 8 or 17 hexadecimal digits."
                                .formatted(vpc.id()),
                        "write it as existingVpc(\"vpc-0a1b2c3d4e5f60718\")."));
    }

    private Stream<Problem> range() {
        return Cidr.parse(vpc.cidr()).isPresent()
                ? Stream.empty()
                : Stream.of(error(
                        "network/cidr",
                        vpc.origin(),
                        "The range (%s) of the existing VPC must be an IPv4 range whose host part is zero."
                                .formatted(vpc.cidr()),
                        "write it as existingVpc(\"%s\").cidr(\"10.0.0.0/16\").".formatted(vpc.id())));
    }

    private Stream<Problem> tiers() {
        return Stream.of(Tier.values())
                .filter(tier -> vpc.of(tier).count() != AddressPlan.ZONES)
                .map(tier -> error(
                        "network/zones",
                        vpc.origin(),
                        "The %s subnets (%s) of the existing VPC must be %s, one in each of three zones."
                                .formatted(nameOf(tier), vpc.of(tier).count(), AddressPlan.ZONES),
                        "declare each with .%sSubnet(\"subnet-0a1b2c3d4e5f60718\", \"10.0.32.0/24\")."
                                .formatted(nameOf(tier))));
    }

    private Stream<Problem> subnetIds() {
        Stream<Problem> malformed = vpc.subnets().stream()
                .filter(subnet -> !isId(SUBNET, subnet.id()))
                .map(subnet -> error(
                        "network/subnet-id",
                        vpc.origin(),
                        "The id (%s) of a subnet of the existing VPC must be subnet- and 8 or 17 hexadecimal digits."
                                .formatted(subnet.id()),
                        "write it as .%sSubnet(\"subnet-0a1b2c3d4e5f60718\", \"%s\")."
                                .formatted(nameOf(subnet.tier()), subnet.cidr())));
        Stream<Problem> repeated = pairs((earlier, later) -> earlier.id().equals(later.id())
                ? Optional.of(error(
                        "network/subnet-twice",
                        vpc.origin(),
                        "The subnet (%s) of the existing VPC is declared twice; each must be another."
                                .formatted(later.id()),
                        "remove one of the two, or write the id of the other."))
                : Optional.empty());
        return Stream.concat(malformed, repeated);
    }

    private Stream<Problem> ranges() {
        Optional<Cidr> whole = Cidr.parse(vpc.cidr());
        return vpc.subnets().stream().flatMap(subnet -> {
            if (subnet.range().isEmpty()) {
                return Stream.of(error(
                        "network/subnet-cidr",
                        vpc.origin(),
                        "The range (%s) of subnet %s must be an IPv4 range whose host part is zero."
                                .formatted(subnet.cidr(), subnet.id()),
                        "write it as .%sSubnet(\"%s\", \"10.0.32.0/24\")."
                                .formatted(nameOf(subnet.tier()), subnet.id())));
            }
            return whole
                    .filter(range -> !isInside(range, subnet.range().orElseThrow()))
                    .map(range -> error(
                            "network/subnet-outside",
                            vpc.origin(),
                            "The range (%s) of subnet %s must lie inside that of the existing VPC (%s)."
                                    .formatted(subnet.cidr(), subnet.id(), range),
                            "write the ranges that AWS shows for the two."))
                    .stream();
        });
    }

    private Stream<Problem> overlaps() {
        return pairs((earlier, later) -> earlier.range()
                .filter(range -> !earlier.id().equals(later.id()))
                .filter(range -> later.range().filter(range::overlaps).isPresent())
                .map(range -> error(
                        "network/subnet-overlap",
                        vpc.origin(),
                        "The range (%s) of subnet %s overlaps with that of subnet %s (%s); no two subnets of a VPC do."
                                .formatted(later.cidr(), later.id(), earlier.id(), range),
                        "write the ranges that AWS shows for the two.")));
    }

    private interface PairCheck {
        Optional<Problem> of(Subnet earlier, Subnet later);
    }

    private Stream<Problem> pairs(PairCheck check) {
        List<Subnet> subnets = vpc.subnets();
        return IntStream.range(0, subnets.size()).boxed().flatMap(later -> IntStream.range(0, later)
                .boxed()
                .flatMap(earlier -> check.of(subnets.get(earlier), subnets.get(later)).stream()));
    }

    private static boolean isInside(Cidr whole, Cidr part) {
        return whole.overlaps(part) && part.prefix() >= whole.prefix();
    }

    private static String nameOf(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
