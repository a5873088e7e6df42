package dev.slipway.workload.space;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Numbers with Kubernetes' suffixes: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity. */
final class Quantities {
    private static final int THOUSAND = 1000;

    private record Suffix(String text, BigDecimal factor) {}

    private static final List<Suffix> SUFFIXES = List.of(
            new Suffix("Ki", BigDecimal.valueOf(1L << 10)),
            new Suffix("Mi", BigDecimal.valueOf(1L << 20)),
            new Suffix("Gi", BigDecimal.valueOf(1L << 30)),
            new Suffix("Ti", BigDecimal.valueOf(1L << 40)),
            new Suffix("m", BigDecimal.ONE.movePointLeft(3)),
            new Suffix("k", BigDecimal.ONE.movePointRight(3)),
            new Suffix("M", BigDecimal.ONE.movePointRight(6)),
            new Suffix("G", BigDecimal.ONE.movePointRight(9)),
            new Suffix("T", BigDecimal.ONE.movePointRight(12)));

    private Quantities() {}

    /** Rounded up; nothing is 0. */
    static long whole(String text) {
        return value(text).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** In thousandths, rounded up. */
    static long thousandths(String text) {
        return value(text)
                .multiply(BigDecimal.valueOf(THOUSAND))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static BigDecimal value(String text) {
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return SUFFIXES.stream()
                .filter(suffix -> text.endsWith(suffix.text()))
                .findFirst()
                .map(suffix -> new BigDecimal(
                                text.substring(0, text.length() - suffix.text().length()))
                        .multiply(suffix.factor()))
                .orElseGet(() -> new BigDecimal(text));
    }
}
