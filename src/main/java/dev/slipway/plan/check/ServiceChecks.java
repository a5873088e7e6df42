package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Image;
import dev.slipway.platform.Need;
import dev.slipway.platform.Service;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with one service. */
final class ServiceChecks {
    /** Owner of the roles, secrets and manifests that the services of an environment share. */
    private static final String RESERVED = "platform";

    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

    /** A first part without a dot or port is no registry: a runtime then asks whichever it is configured with. */
    private static final String REGISTRY = "([a-z0-9-]+(\\.[a-z0-9-]+)+|localhost|[a-z0-9-]+(?=:))";

    private static final Pattern REFERENCE = Pattern.compile(REGISTRY
            + "(:[0-9]+)?(/[a-z0-9._-]+)+(:(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(@sha256:[0-9a-f]{64})?");
    private static final Pattern SECRET =
            Pattern.compile(".*(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIAL).*");

    private ServiceChecks() {}

    static Stream<Problem> of(Service service) {
        return Stream.of(
                        name(service),
                        owner(service),
                        WorkloadChecks.of(service),
                        image(service),
                        variables(service),
                        needs(service))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> name(Service service) {
        if (service.name().equals(RESERVED)) {
            return Stream.of(error(
                    "service/reserved-name",
                    service.origin(),
                    "The name (%s) of a service is reserved for what services share; it must be another."
                            .formatted(RESERVED),
                    "rename the service."));
        }
        if (Syntax.isName(service.name())) {
            return Stream.empty();
        }
        return Stream.of(error(
                "service/name",
                service.origin(),
                "The name (%s) of a service must be %s.".formatted(service.name(), Syntax.NAME_RULE),
                "rename the service."));
    }

    private static Stream<Problem> owner(Service service) {
        return service.owner().stream()
                .filter(owner -> !Syntax.isLabelValue(owner.team()))
                .map(owner -> error(
                        "service/owner",
                        service.origin(),
                        "The team (%s) that owns service %s must be %s."
                                .formatted(owner.team(), service.name(), Syntax.LABEL_VALUE_RULE),
                        "write it as ownedBy(\"checkout\", \"#checkout\")."));
    }

    private static Stream<Problem> image(Service service) {
        if (service.image() instanceof Image.BuiltFrom built) {
            boolean isInside =
                    FOLDER.matcher(built.folder()).matches() && !built.folder().contains("..");
            boolean followsFromName = built.folder().equals("services/" + service.name());
            if (isInside || followsFromName) {
                return Stream.empty();
            }
            return Stream.of(error(
                    "image/folder",
                    service.origin(),
                    "The folder (%s) of service %s must be a relative path inside the repository, with slashes."
                            .formatted(built.folder(), service.name()),
                    "name the folder as builtFrom(\"services/%s\").".formatted(service.name())));
        }
        String reference = ((Image.Published) service.image()).reference();
        var matcher = REFERENCE.matcher(reference);
        boolean pinned = matcher.matches()
                && (reference.contains("@")
                        || (matcher.group("tag") != null
                                && !matcher.group("tag").equals("latest")));
        if (pinned) {
            return Stream.empty();
        }
        return Stream.of(error(
                "image/reference",
                service.origin(),
                "The image (%s) of service %s must name a registry, a repository and a tag other than latest, or a digest."
                        .formatted(reference, service.name()),
                "write it as published(\"docker.io/acme/%s:1.4.0\").".formatted(service.name())));
    }

    private static Stream<Problem> variables(Service service) {
        Stream.Builder<Problem> problems = Stream.builder();
        Set<String> seen = new HashSet<>();
        for (Service.Setting setting : service.variables()) {
            String name = setting.name();
            if (!Syntax.isVariable(name)) {
                problems.add(error(
                        "variable/name",
                        service.origin(),
                        "The variable (%s) of service %s must be letters, digits and underscores, no digit first."
                                .formatted(name, service.name()),
                        "rename the variable."));
            } else if (SECRET.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
                problems.add(error(
                        "variable/secret",
                        service.origin(),
                        "The variable (%s) of service %s looks like a secret, whose value must not stand in a model."
                                .formatted(name, service.name()),
                        "declare it as a need: needs(secret(\"provider\", \"api-key\"))."));
            } else if (!seen.add(name)) {
                problems.add(error(
                        "variable/duplicate",
                        service.origin(),
                        "The variable (%s) of service %s is set twice; a variable has one value."
                                .formatted(name, service.name()),
                        "remove one of the two."));
            }
        }
        return problems.build();
    }

    private static Stream<Problem> needs(Service service) {
        Set<Need> seen = new HashSet<>();
        return service.needs().stream()
                .filter(need -> !seen.add(need))
                .map(need -> error(
                        "need/duplicate",
                        need.origin(),
                        "The need (%s) of service %s is declared twice; once is enough."
                                .formatted(need.describe(), service.name()),
                        "remove one of the two."));
    }
}
