package dev.slipway.testing.failure;

import dev.slipway.review.network.Way;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A way on the network is closed that must be open, or the other way round. */
public final class ShouldReach {
    private ShouldReach() {}

    /** The failure of a closed way; each that is closed says what is in it. */
    public static Failure shouldReach(String who, String to, List<Way> ways, Optional<String> declared) {
        Failure failure =
                Failure.expecting(who).line("to be able to reach").value(to).line("but");
        ways.stream().flatMap(way -> way.obstacles().stream()).distinct().forEach(failure::value);
        return failure.declared(declared);
    }

    /** The failure of an open way. */
    public static Failure shouldNotReach(String who, String to, List<Way> ways, Optional<String> declared) {
        Failure failure = Failure.expecting(who)
                .line("not to be able to reach")
                .value(to)
                .line("but the network policies let it reach");
        ways.stream().filter(Way::isOpen).map(Way::to).distinct().forEach(failure::value);
        return failure.declared(declared);
    }

    /** The failure of a name that is neither of a workload nor of anything that has ports. */
    public static Failure shouldHavePorts(
            String who, String to, Collection<String> workloads, Optional<String> declared) {
        return Failure.expecting(who)
                .line("to be about a way to a workload or Service with ports, or to a host with one given, not to")
                .value(to)
                .line("Workloads are")
                .names(workloads)
                .nearest(to, workloads)
                .declared(declared);
    }
}
