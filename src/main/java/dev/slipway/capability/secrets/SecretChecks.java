package dev.slipway.capability.secrets;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with declared secrets. */
final class SecretChecks {
    /** Purposes under which other providers keep credentials that they make. */
    private static final List<String> RESERVED = List.of("cache", "database", "master");

    private static final Pattern PROPERTY = Pattern.compile("[a-z][a-z0-9-]*");

    /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html. */
    private static final int MOST_DAYS = 1000;

    private SecretChecks() {}

    static Stream<Problem> of(Place place) {
        List<Claim<SecretNeed>> claims = place.claims(SecretNeed.class);
        return Stream.concat(claims.stream().flatMap(SecretChecks::itself), duplicates(claims));
    }

    private static Stream<Problem> itself(Claim<SecretNeed> claim) {
        Stream.Builder<Problem> problems = Stream.builder();
        SecretNeed need = claim.need();
        String service = claim.service().name();
        if (!Syntax.isDnsLabel(need.purpose())) {
            problems.add(error(
                    "secrets/purpose",
                    claim.origin(),
                    "The purpose (%s) of a secret of service %s must be %s."
                            .formatted(need.purpose(), service, Syntax.DNS_LABEL_RULE),
                    "name what it is for, such as secret(\"smtp\", \"password\")."));
        } else if (RESERVED.contains(need.purpose())) {
            problems.add(error(
                    "secrets/purpose-reserved",
                    claim.origin(),
                    "The purpose (%s) of a secret of service %s must be none of %s, whose secrets are made for the service."
                            .formatted(need.purpose(), service, String.join(", ", RESERVED)),
                    "ask for what it opens, such as needs(postgres()), or name another purpose."));
        }
        if (need.properties().isEmpty()
                || !need.properties().stream()
                        .allMatch(property -> PROPERTY.matcher(property).matches())
                || new TreeSet<>(need.properties()).size() < need.properties().size()) {
            problems.add(error(
                    "secrets/properties",
                    claim.origin(),
                    "The properties (%s) of secret %s of service %s must be one or more different names of lower-case letters, digits and hyphens, a letter first."
                            .formatted(String.join(", ", need.properties()), need.purpose(), service),
                    "name each value that it holds, such as secret(\"smtp\", \"username\", \"password\")."));
        }
        need.rotation().stream()
                .filter(days -> days < 1 || days > MOST_DAYS)
                .forEach(days -> problems.add(error(
                        "secrets/rotation",
                        claim.origin(),
                        "The days (%s) after which secret %s of service %s is rotated must be 1 to %s."
                                .formatted(days, need.purpose(), service, MOST_DAYS),
                        "write it as rotatedEvery(90).")));
        if (need.rotation().isPresent() && !need.generated()) {
            problems.add(error(
                    "secrets/rotation-by-people",
                    claim.origin(),
                    "The secret (%s) of service %s is put in by people and must not be rotated; only what is generated can be, as nobody else has to be told its value."
                            .formatted(need.purpose(), service),
                    "leave out rotatedEvery(..), or generate it with generatedSecret(\"%s\", \"key\")."
                            .formatted(need.purpose())));
        }
        return problems.build();
    }

    private static Stream<Problem> duplicates(List<Claim<SecretNeed>> claims) {
        Set<String> seen = new TreeSet<>();
        // the same need twice is a problem of the plan's own
        return claims.stream()
                .distinct()
                .filter(claim ->
                        !seen.add(claim.service().name() + "/" + claim.need().purpose()))
                .map(claim -> error(
                        "secrets/duplicate",
                        claim.origin(),
                        "The purpose (%s) of a secret of service %s is taken by another of its secrets; each needs its own."
                                .formatted(
                                        claim.need().purpose(), claim.service().name()),
                        "put the properties into one secret, or name another purpose."));
    }
}
