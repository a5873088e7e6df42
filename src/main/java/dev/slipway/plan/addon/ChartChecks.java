package dev.slipway.plan.addon;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with the chart of an add-on. */
final class ChartChecks {
    /** https://helm.sh/docs/chart_template_guide/getting_started: names of releases. */
    private static final int RELEASE_LIMIT = 53;

    /** Exactly one version, as https://semver.org has it; many charts put a v before. */
    private static final Pattern VERSION = Pattern.compile(
            "v?(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final Pattern REPOSITORY =
            Pattern.compile("(https|oci)://[a-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._-]+)*");

    /** Ends of keys whose value would be a secret; those that name or configure one go on after it. */
    private static final Pattern SECRET = Pattern.compile(".*(password|passphrase|token|secretkey|apikey|privatekey)");

    private ChartChecks() {}

    static Stream<Problem> of(Addon addon, Place place) {
        HelmChart chart = addon.chart(place);
        return Stream.of(source(addon, chart), installation(addon, chart, place), values(addon, chart))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> source(Addon addon, HelmChart chart) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!REPOSITORY.matcher(chart.repository()).matches()) {
            problems.add(error(
                    "addon/repository",
                    addon.origin(),
                    "The repository (%s) of the chart of add-on %s must be an address that starts with https:// or oci://, without a slash at its end."
                            .formatted(chart.repository(), addon.name()),
                    "write it as HelmChart.of(\"https://charts.example.com\", \"%s\", ..) or HelmChart.of(\"oci://registry.example.com/charts\", \"%s\", ..)."
                            .formatted(chart.name(), chart.name())));
        }
        if (!NAME.matcher(chart.name()).matches()) {
            problems.add(error(
                    "addon/chart",
                    addon.origin(),
                    "The name (%s) of the chart of add-on %s must be letters, digits, dots, hyphens or underscores."
                            .formatted(chart.name(), addon.name()),
                    "copy it from the index of %s.".formatted(chart.repository())));
        }
        if (!VERSION.matcher(chart.version()).matches()) {
            problems.add(error(
                    "addon/version",
                    addon.origin(),
                    "The version (%s) of the chart of add-on %s must be exactly one, of three numbers: what is installed would else change by itself."
                            .formatted(chart.version(), addon.name()),
                    "write it as version(\"1.4.0\")."));
        }
        return problems.build();
    }

    private static Stream<Problem> installation(Addon addon, HelmChart chart, Place place) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!Syntax.isDnsLabel(chart.namespace())) {
            problems.add(error(
                    "addon/namespace",
                    addon.origin(),
                    "The namespace (%s) of add-on %s must be %s."
                            .formatted(chart.namespace(), addon.name(), Syntax.DNS_LABEL_RULE),
                    "name another with HelmChart.namespace(..)."));
        }
        if (chart.namespace().equals(place.names().namespace())) {
            problems.add(error(
                    "addon/shared-namespace",
                    addon.origin(),
                    "The namespace (%s) of add-on %s is that of the services of environment %s, which is closed to all but them; it must be another."
                            .formatted(
                                    chart.namespace(),
                                    addon.name(),
                                    place.environment().name()),
                    "name another with HelmChart.namespace(\"%s\").".formatted(addon.name())));
        }
        if (!Syntax.isDnsLabel(chart.release()) || chart.release().length() > RELEASE_LIMIT) {
            problems.add(error(
                    "addon/release",
                    addon.origin(),
                    "The release (%s) of add-on %s must be %s, and at most %s characters."
                            .formatted(chart.release(), addon.name(), Syntax.DNS_LABEL_RULE, RELEASE_LIMIT),
                    "name another with HelmChart.release(..)."));
        }
        return problems.build();
    }

    private static Stream<Problem> values(Addon addon, HelmChart chart) {
        return chart.leaves().entrySet().stream().flatMap(leaf -> value(addon, leaf));
    }

    private static Stream<Problem> value(Addon addon, Map.Entry<String, Object> leaf) {
        Object value = leaf.getValue();
        if (!(value instanceof String || value instanceof Boolean || value instanceof Number)) {
            return Stream.of(error(
                    "addon/value",
                    addon.origin(),
                    "The value at %s of add-on %s is of a class (%s) that no file can hold; it must be a text, a number, a truth value, or a list or map of them."
                            .formatted(
                                    leaf.getKey(),
                                    addon.name(),
                                    value.getClass().getSimpleName()),
                    "give it as one of these."));
        }
        String key = leaf.getKey()
                .substring(leaf.getKey().lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        boolean isSecret = value instanceof String text
                && !text.isEmpty()
                && SECRET.matcher(key).matches();
        return isSecret
                ? Stream.of(error(
                        "addon/secret",
                        addon.origin(),
                        "The value at %s of add-on %s looks like a secret, which must not stand in a model."
                                .formatted(leaf.getKey(), addon.name()),
                        "name a Secret that exists in the cluster instead, as most charts let you."))
                : Stream.empty();
    }
}
