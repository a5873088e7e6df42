package dev.slipway.review.cost.meter;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as Kubernetes writes them: {@code 250m}, {@code 512Mi}. */
final class Amounts {
    static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

    private static final Pattern AMOUNT = Pattern.compile("(?<number>\\d+(\\.\\d+)?)(?<unit>[a-zA-Z]*)");
    private static final Map<String, BigDecimal> UNITS = new TreeMap<>();

    static {
        UNITS.put("", BigDecimal.ONE);
        UNITS.put("m", new BigDecimal("0.001"));
        BigDecimal decimal = BigDecimal.ONE;
        BigDecimal binary = BigDecimal.ONE;
        for (String unit : new String[] {"k", "M", "G", "T", "P"}) {
            decimal = decimal.multiply(BigDecimal.valueOf(1000));
            binary = binary.multiply(BigDecimal.valueOf(1024));
            UNITS.put(unit, decimal);
            UNITS.put(unit.equals("k") ? "Ki" : unit + "i", binary);
        }
    }

    private Amounts() {}

    /** In cores or bytes; nothing, where the text is none, as of a container that asks for nothing. */
    static BigDecimal of(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        return matcher.matches()
                ? new BigDecimal(matcher.group("number"))
                        .multiply(UNITS.getOrDefault(matcher.group("unit"), BigDecimal.ONE))
                : BigDecimal.ZERO;
    }
}
