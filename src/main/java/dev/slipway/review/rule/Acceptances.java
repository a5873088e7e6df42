package dev.slipway.review.rule;

import dev.slipway.platform.Acceptance;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Location;
import dev.slipway.review.finding.Severity;
import dev.slipway.review.rule.report.Report;
import dev.slipway.review.rule.report.Report.Accepted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a platform accepts, and where it declares what findings are about. */
record Acceptances(List<Scoped> all, Map<String, Origin> services, Map<String, Origin> environments) {
    static final Acceptances NONE = new Acceptances(List.of(), new TreeMap<>(), new TreeMap<>());

    static final String UNUSED = "rule/unused-acceptance";
    static final String UNUSED_FIX = "take accepts(..) away, or write the id of the rule as the reference does.";

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::object)
            .thenComparing(Finding::field)
            .thenComparing(Finding::what);

    /** An acceptance, by whom, and which findings it takes. */
    record Scoped(String owner, Acceptance acceptance, Predicate<Location> holds) {
        boolean takes(Finding finding) {
            return acceptance.rule().equals(finding.rule()) && holds.test(finding.location());
        }
    }

    static Acceptances of(Platform platform) {
        List<Scoped> all = new ArrayList<>();
        Map<String, Origin> services = new TreeMap<>();
        Map<String, Origin> environments = new TreeMap<>();
        for (Service service : platform.services()) {
            services.put(service.name(), service.origin());
            service.acceptances()
                    .forEach(acceptance ->
                            all.add(new Scoped("Service " + service.name(), acceptance, location -> location.service()
                                    .equals(Optional.of(service.name())))));
        }
        for (Environment environment : platform.environments()) {
            environments.put(environment.name(), environment.origin());
            environment
                    .acceptances()
                    .forEach(acceptance -> all.add(new Scoped(
                            "Environment " + environment.name(), acceptance, location -> location.environment()
                                    .equals(Optional.of(environment.name())))));
        }
        platform.acceptances()
                .forEach(
                        acceptance -> all.add(new Scoped("Platform " + platform.name(), acceptance, location -> true)));
        return new Acceptances(List.copyOf(all), services, environments);
    }

    /** Everything found, parted into what is accepted and what is not; an acceptance of nothing is a finding itself. */
    Report report(Stream<Finding> found) {
        List<Finding> open = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        List<Scoped> unused = new ArrayList<>(all);
        found.distinct().map(this::declared).sorted(ORDER).forEach(finding -> {
            Optional<Scoped> taker =
                    all.stream().filter(scoped -> scoped.takes(finding)).findFirst();
            taker.ifPresentOrElse(
                    scoped -> {
                        accepted.add(new Accepted(finding, scoped.acceptance()));
                        unused.remove(scoped);
                    },
                    () -> open.add(finding));
        });
        unused.forEach(scoped -> open.add(unused(scoped)));
        return new Report(open, accepted);
    }

    private Finding declared(Finding finding) {
        Location location = finding.location();
        Optional<Origin> origin = location.origin()
                .or(() -> location.service().map(services::get))
                .or(() -> location.environment().map(environments::get));
        return origin.map(place -> finding.at(location.declaredAt(place))).orElse(finding);
    }

    private static Finding unused(Scoped scoped) {
        return new Finding(
                UNUSED,
                Severity.WARNING,
                scoped.owner(),
                "",
                "accepts a rule (%s) that finds nothing there; an acceptance must be of something."
                        .formatted(scoped.acceptance().rule()),
                UNUSED_FIX,
                Location.UNKNOWN.declaredAt(scoped.acceptance().origin()));
    }
}
