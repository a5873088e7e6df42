package dev.slipway.workload;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Inputs;
import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Planner;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.NetworkEdge.Protocol;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import java.util.List;

/** A cluster, a network and needs of any kind, so that workloads are seen without what usually stands around them. */
public final class Premises {
    private static final Origin HERE = Origin.of("Premises.java", 1);

    private Premises() {}

    /** The plan of a platform that has nothing but what it chooses. */
    public static Plan plan(Platform platform) {
        return new Planner(List.of()).plan(platform, Inputs.NONE);
    }

    /** A cluster in which pods need nothing but name resolution, and routes nothing but it. */
    public record AnyCluster(boolean enforcesHostNames, Origin origin) implements Cluster {
        public static final Cluster BY_ADDRESS = new AnyCluster(false, HERE);
        public static final Cluster BY_NAME = new AnyCluster(true, HERE);

        @Override
        public String kubernetesVersion() {
            return "1.36";
        }

        @Override
        public boolean makesLoadBalancers() {
            return true;
        }

        @Override
        public List<NetworkEdge> necessities() {
            Peer resolver = new Peer.OfRange(Cidr.host("172.20.0.10"));
            return List.of(
                    new NetworkEdge(Direction.OUT, resolver, 53, Protocol.UDP, "necessity: names", HERE),
                    new NetworkEdge(Direction.OUT, resolver, 53, Protocol.TCP, "necessity: names", HERE));
        }
    }

    /** Three subnets a tier: 10.0.x.0 public, 10.1.x.0 private, 10.2.x.0 isolated. */
    public record AnyNetwork(Origin origin) implements Network {
        public static final Network THREE_ZONES = new AnyNetwork(HERE);

        @Override
        public Cidr range() {
            return Cidr.of("10.0.0.0/8");
        }

        @Override
        public List<Cidr> subnets(Tier tier) {
            int block =
                    switch (tier) {
                        case PUBLIC -> 0;
                        case PRIVATE -> 1;
                        case ISOLATED -> 2;
                    };
            return Cidr.of("10.%d.0.0/16".formatted(block)).split(24, 0, 3);
        }
    }

    /** A need that becomes whatever a test wants it to become. */
    public record Wants(Binding becomes, Origin origin) implements Need {
        public static Wants wants(Binding becomes) {
            return new Wants(becomes, HERE);
        }

        @Override
        public String describe() {
            return "wants";
        }
    }

    /** Gives every service what it wants. */
    public record Obliging(Origin origin) implements Provider<Wants> {
        public static final Obliging PROVIDER = new Obliging(HERE);

        @Override
        public Class<Wants> meets() {
            return Wants.class;
        }

        @Override
        public Binding bind(Claim<? extends Wants> claim, Place place) {
            return claim.need().becomes();
        }
    }
}
