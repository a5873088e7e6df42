package dev.slipway.testing.failure;

import dev.slipway.review.network.Way;
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
        Failure failure =
                Failure.expecting(who).line("not to be able to reach").value(to).line("but nothing keeps it from");
        ways.stream().filter(Way::isOpen).map(Way::to).distinct().forEach(failure::value);
        return failure.declared(declared);
    }

    /** The failure of a name that is neither of a workload nor of a Service, or of one without ports. */
    public static Failure shouldBeReachable(String who, String to, Candidates workloads) {
        return Failure.expecting(who)
                .line("to be able to reach, or not to,")
                .value(to)
                .line(
                        "but that is neither a workload nor a Service with ports; for a host, a port must be given. There is")
                .names(workloads.names())
                .nearest(to, workloads);
    }
}
