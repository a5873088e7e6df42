package dev.slipway.capability.edge;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Place;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with a zone and the hosts in it. */
final class HostedZoneChecks {
    private static final Pattern ID = Pattern.compile("Z[A-Z0-9]{1,31}");

    /** Names that ACM puts into one certificate unless asked for more: https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html. */
    private static final int MOST_NAMES = 10;

    private HostedZoneChecks() {}

    static Stream<Problem> of(HostedZone zone, Place place) {
        return Stream.of(itself(zone), hosts(zone, place), names(zone, place), apex(zone, place))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> itself(HostedZone zone) {
        if (!Syntax.isHost(zone.domain())) {
            return Stream.of(error(
                    "edge/zone",
                    zone.origin(),
                    "The domain (%s) of the hosted zone must be a full domain name in lower case, without a dot at its end."
                            .formatted(zone.domain()),
                    "write it as hostedZone(\"example.com\")."));
        }
        String id = zone.id().orElse("");
        return ID.matcher(id).matches()
                ? Stream.empty()
                : Stream.of(error(
                        "edge/zone-id",
                        zone.origin(),
                        "The id (%s) of hosted zone %s must be a Z and up to 31 capital letters and digits, as nothing is looked up."
                                .formatted(id, zone.domain()),
                        "copy it from aws route53 list-hosted-zones-by-name --dns-name %s into .id(..)."
                                .formatted(zone.domain())));
    }

    private static Stream<Problem> hosts(HostedZone zone, Place place) {
        return HostedZone.hosts(place).stream()
                .filter(host -> !host.equals(zone.domain()) && !host.endsWith("." + zone.domain()))
                .map(host -> error(
                        "edge/zone-host",
                        zone.origin(),
                        "The host (%s) of environment %s must lie in its hosted zone (%s)."
                                .formatted(host, place.environment().name(), zone.domain()),
                        "choose the zone of that host, or another host."));
    }

    private static Stream<Problem> names(HostedZone zone, Place place) {
        List<String> names = zone.certified(place);
        return names.size() <= MOST_NAMES
                ? Stream.empty()
                : Stream.of(error(
                        "edge/certificate-names",
                        zone.origin(),
                        "The names (%s) of the certificate of environment %s must be %s or fewer."
                                .formatted(names.size(), place.environment().name(), MOST_NAMES),
                        "let one name stand for them with .wildcard()."));
    }

    /** ExternalDNS notes beside each record that it is its own: {@code cname-example.com} lies outside of example.com. */
    private static Stream<Problem> apex(HostedZone zone, Place place) {
        return HostedZone.hosts(place).stream()
                .filter(host -> host.equals(zone.domain()))
                .map(host -> warning(
                        "edge/apex-host",
                        zone.origin(),
                        "The host (%s) of environment %s is its hosted zone itself, where external-dns cannot note that a record is its own; it is made once and must be changed by hand."
                                .formatted(host, place.environment().name()),
                        "choose a host below it, such as www.%s.".formatted(host)));
    }
}
