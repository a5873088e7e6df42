package dev.slipway.verify.cluster;

import dev.slipway.review.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two plain values mean the same. */
final class Likeness {
    /** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/. */
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("n", new BigDecimal("0.000000001")),
            Map.entry("u", new BigDecimal("0.000001")),
            Map.entry("m", new BigDecimal("0.001")),
            Map.entry("", BigDecimal.ONE),
            Map.entry("k", BigDecimal.TEN.pow(3)),
            Map.entry("M", BigDecimal.TEN.pow(6)),
            Map.entry("G", BigDecimal.TEN.pow(9)),
            Map.entry("T", BigDecimal.TEN.pow(12)),
            Map.entry("Ki", BigDecimal.valueOf(2).pow(10)),
            Map.entry("Mi", BigDecimal.valueOf(2).pow(20)),
            Map.entry("Gi", BigDecimal.valueOf(2).pow(30)),
            Map.entry("Ti", BigDecimal.valueOf(2).pow(40)));

    private static final Pattern QUANTITY = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,12})?)([numkMGT]|[KMGT]i)?");
    private static final Pattern DURATION = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    /** Below which values are quantities. */
    private static final Set<String> QUANTITIES = Set.of(
            "requests",
            "limits",
            "hard",
            "min",
            "max",
            "default",
            "defaultRequest",
            "maxLimitRequestRatio",
            "capacity",
            "sizeLimit",
            "averageValue",
            "divisor",
            "minAllowed",
            "maxAllowed");

    private Likeness() {}

    /**
     * Whether two plain values are the same.
     *
     * @param path of the field, parted by dots
     */
    static boolean areAlike(String path, Tree declared, Tree found) {
        if (declared.text().equals(found.text())) {
            return true;
        }
        return isQuantity(path)
                ? same(quantity(declared.text()), quantity(found.text()))
                : same(duration(declared.text()), duration(found.text()));
    }

    private static <T> boolean same(Optional<T> one, Optional<T> other) {
        return one.isPresent() && one.equals(other);
    }

    private static boolean isQuantity(String path) {
        String[] steps = path.split("[.\\[]", -1);
        for (int i = Math.max(0, steps.length - 2); i < steps.length; i++) {
            if (QUANTITIES.contains(steps[i])) {
                return true;
            }
        }
        return false;
    }

    private static Optional<BigDecimal> quantity(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new BigDecimal(matcher.group(1))
                .multiply(UNITS.getOrDefault(unit, BigDecimal.ONE))
                .stripTrailingZeros());
    }

    /** {@code 1h} is {@code 1h0m0s}. */
    private static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        return text.isEmpty() || !matcher.matches()
                ? Optional.empty()
                : Optional.of(Duration.ofHours(part(matcher.group(1)))
                        .plusMinutes(part(matcher.group(2)))
                        .plusSeconds(part(matcher.group(3))));
    }

    private static long part(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
