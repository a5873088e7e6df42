package dev.slipway.review.manifest;

import dev.slipway.review.finding.Finding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Amounts of CPU, memory and storage: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/. */
public final class Quantities {
    private static final Pattern QUANTITY = Pattern.compile(
            "(?<number>[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+))(?<unit>[EPTGMKk]i?|[munp]|[eE][+-]?[0-9]+)?");
    /** What can be asked for, or counted by a quota: https://kubernetes.io/docs/concepts/policy/resource-quotas/. */
    private static final Pattern NAME = Pattern.compile(
            "((requests|limits)\\.)?(cpu|memory|ephemeral-storage|hugepages-\\w+)|(requests\\.)?storage|.+/.+"
                    + "|pods|services(\\.\\w+)?|secrets|configmaps|persistentvolumeclaims|replicationcontrollers|resourcequotas");

    private static final Map<String, BigDecimal> UNITS = new TreeMap<>();

    /** The least CPU that can be asked for, and that a limit can tell apart. */
    private static final BigDecimal MILLI = new BigDecimal("0.001");

    static {
        BigDecimal decimal = BigDecimal.ONE;
        BigDecimal binary = BigDecimal.ONE;
        for (String unit : new String[] {"k", "M", "G", "T", "P", "E"}) {
            decimal = decimal.multiply(BigDecimal.valueOf(1000));
            binary = binary.multiply(BigDecimal.valueOf(1024));
            UNITS.put(unit, decimal);
            UNITS.put(unit.replace("k", "K") + "i", binary);
        }
        UNITS.put("m", MILLI);
        UNITS.put("u", new BigDecimal("0.000001"));
        UNITS.put("n", new BigDecimal("0.000000001"));
        UNITS.put("p", new BigDecimal("0.000000000001"));
    }

    private Quantities() {}

    static Stream<Finding> findings(Environment environment) {
        Stream<Finding> syntax = environment.objects().stream()
                .map(Field::root)
                .flatMap(Quantities::amounts)
                .filter(amount -> value(amount.text())
                        .filter(value -> value.signum() >= 0)
                        .isEmpty())
                .map(amount -> amount.finding(
                        "quantity", "(%s) must be a quantity: 250m, 2, 512Mi.".formatted(amount.text())));
        Stream<Finding> names = environment.objects().stream()
                .map(Field::root)
                .flatMap(Quantities::amounts)
                .filter(amount -> !amount.name().equals("sizeLimit")
                        && !NAME.matcher(amount.name()).matches())
                .map(amount -> amount.finding(
                        "quantity", "must be an amount of cpu, memory, storage, ephemeral-storage or of a device."));
        return Stream.concat(
                Stream.concat(syntax, names),
                environment.pods().flatMap(pod -> pod.containers().stream()).flatMap(Quantities::ofContainer));
    }

    private static Stream<Field> amounts(Field root) {
        Stream<Field> resourcesAndVolumes = root.all().flatMap(field -> switch (field.name()) {
            case "requests", "limits" -> field.entries().stream();
            case "sizeLimit" -> field.exists() ? Stream.of(field) : Stream.empty();
            default -> Stream.empty();
        });
        Stream<Field> quota =
                root.text("kind").equals("ResourceQuota") ? root.at("spec.hard").entries().stream() : Stream.empty();
        Stream<Field> range = root.text("kind").equals("LimitRange")
                ? root.items("spec.limits").stream()
                        .flatMap(limit -> limit.entries().stream())
                        .flatMap(kind -> kind.entries().stream())
                : Stream.empty();
        return Stream.of(resourcesAndVolumes, quota, range).flatMap(fields -> fields);
    }

    private static Stream<Finding> ofContainer(Field container) {
        return container.at("resources.requests").entries().stream().flatMap(request -> {
            Field limit = container.at("resources.limits").key(request.name());
            Optional<BigDecimal> asked = value(request.text());
            Optional<BigDecimal> most = value(limit.text());
            Stream<Finding> above =
                    asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) > 0
                            ? Stream.of(request.finding(
                                    "quantity",
                                    "(%s) must be at most its limit (%s).".formatted(request.text(), limit.text())))
                            : Stream.empty();
            return Stream.concat(above, tiny(request, asked));
        });
    }

    private static Stream<Finding> tiny(Field request, Optional<BigDecimal> asked) {
        boolean isCpu = request.name().equals("cpu");
        BigDecimal least = isCpu ? MILLI : BigDecimal.ONE;
        return asked
                .filter(amount -> amount.remainder(least).signum() != 0)
                .map(amount -> request.finding(
                        "quantity",
                        "(%s) must be a multiple of %s.".formatted(request.text(), isCpu ? "1m" : "one byte")))
                .stream();
    }

    /** The number that a text stands for, or none where it is no quantity. */
    public static Optional<BigDecimal> value(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group("number").replaceFirst("\\.$", ""));
        String unit = matcher.group("unit");
        if (unit == null) {
            return Optional.of(number);
        }
        if (unit.matches("[eE][+-]?[0-9]+")) {
            return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(unit.substring(1))));
        }
        return Optional.ofNullable(UNITS.get(unit)).map(number::multiply);
    }
}
