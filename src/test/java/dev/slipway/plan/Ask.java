package dev.slipway.plan;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;

/** A need of no capability, which carries what it is to become. */
@Declares
record Ask(String what, Binding becomes, Origin origin) implements Need {
    static Ask ask(String what) {
        return new Ask(what, Binding.NOTHING, Origin.here());
    }

    static Ask ask(String what, Binding becomes) {
        return new Ask(what, becomes, Origin.here());
    }

    /** A way to another service. */
    static Ask asks(String service, int port) {
        Origin here = Origin.here();
        NetworkEdge edge = NetworkEdge.out(new Peer.OfService(service), port, "asks " + service, here);
        return new Ask(service, Binding.ofEdges(edge), here);
    }

    @Override
    public String describe() {
        return "asks " + what;
    }
}
