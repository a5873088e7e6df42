package dev.slipway.review.cost.report;

import dev.slipway.platform.operation.Money;
import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.Group;
import dev.slipway.review.cost.usage.Assumption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An estimate as a table for a terminal.
 *
 * <pre>{@code
 * System.out.print(CostText.of(estimate));
 * }</pre>
 */
public final class CostText {
    private CostText() {}

    /** The largest first; a star stands where a quantity is assumed. */
    public static String of(Estimate estimate) {
        List<String> lines = new ArrayList<>();
        lines.add("Environment %s in %s: %s a month, %s of it fixed"
                .formatted(estimate.environment(), Amounts.region(estimate), estimate.total(), estimate.fixed()));
        lines.addAll(table(estimate.biggest(Integer.MAX_VALUE)));
        lines.add("");
        lines.addAll(assumptions(estimate));
        if (!estimate.unpriced().isEmpty()) {
            lines.add("  Not in the total, as no price is known: "
                    + Amounts.counted(estimate.unpriced()).entrySet().stream()
                            .map(each -> each.getKey() + (each.getValue() > 1 ? " (" + each.getValue() + ")" : ""))
                            .collect(Collectors.joining(", ")));
            lines.add("  Fix: slipway cost --refresh asks AWS for them; --prices reads yours.");
        }
        lines.add("  %s resources cost nothing themselves."
                .formatted(estimate.free().size()));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> table(List<Group> groups) {
        List<String[]> rows = groups.stream()
                .map(group -> new String[] {
                    group.cost().toString(),
                    group.item(),
                    Amounts.quantity(group) + (group.assumption().isPresent() ? " *" : ""),
                    "$" + Amounts.plain(group.price().value()),
                    group.stack()
                })
                .toList();
        int[] widths = new int[5];
        rows.forEach(row -> {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        });
        return rows.stream()
                .map(row -> "  %s  %s  %s  %s  %s"
                        .formatted(
                                right(row[0], widths[0]),
                                left(row[1], widths[1]),
                                right(row[2], widths[2]),
                                right(row[3], widths[3]),
                                row[4]))
                .toList();
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }

    private static List<String> assumptions(Estimate estimate) {
        List<Assumption> made = estimate.lines().stream()
                .flatMap(line -> line.metered().quantity().assumption().stream())
                .distinct()
                .sorted(Comparator.comparing(Assumption::key))
                .toList();
        if (made.isEmpty()) {
            return List.of();
        }
        Money assumed = estimate.total().minus(estimate.fixed());
        return List.of("  * assumed (%s in all): %s; --usage %s=.. says otherwise."
                .formatted(
                        assumed,
                        made.stream().map(Assumption::key).collect(Collectors.joining(", ")),
                        made.get(0).key().toLowerCase(Locale.ROOT)));
    }
}
