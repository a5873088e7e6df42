package dev.slipway.testing.cost;

import dev.slipway.platform.operation.Money;
import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.Line;
import dev.slipway.review.cost.Unpriced;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what an environment costs a month.
 *
 * <pre>{@code
 * assertThat(estimate).isBelow(usd(900)).hasNo("vpc/nat-gateway");
 * }</pre>
 */
public final class EstimateAssert extends AbstractAssert<EstimateAssert, Estimate> {
    private static final int SHOWN = 3;

    EstimateAssert(Estimate actual) {
        super(actual, EstimateAssert.class);
    }

    /** Whether all that has a price is less than a limit together. See {@link #hasNoUnpriced()} for the rest. */
    public EstimateAssert isBelow(Money limit) {
        isNotNull();
        if (!limit.isMoreThan(actual.total())) {
            failWithMessage(
                    "%nExpecting environment %s to cost less than%n  %s%na month, but by its estimate it costs%n  %s%s.%nMost of it is%n%s",
                    actual.environment(), limit, actual.total(), unpriced(), most());
        }
        return this;
    }

    private String unpriced() {
        return actual.unpriced().isEmpty()
                ? ""
                : ", and %s without a price".formatted(actual.unpriced().size());
    }

    private String most() {
        return actual.biggest(SHOWN).stream()
                .map(group -> "  %s for %s in %s".formatted(group.cost(), group.item(), group.stack()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Whether everything that may cost something has a price, and so is in the total. */
    public EstimateAssert hasNoUnpriced() {
        isNotNull();
        if (!actual.unpriced().isEmpty()) {
            failWithMessage(
                    "%nExpecting everything in environment %s to have a price, but these have none:%n%s",
                    actual.environment(), list(actual.unpriced()));
        }
        return this;
    }

    private static String list(List<Unpriced> unpriced) {
        return unpriced.stream()
                .map(each -> "  %s %s in %s: %s".formatted(each.type(), each.subject(), each.stack(), each.hint()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Whether nothing is paid for an item: {@code hasNo("vpc/nat-gateway")}. */
    public EstimateAssert hasNo(String item) {
        isNotNull();
        List<Line> lines = actual.lines().stream()
                .filter(line -> line.price().item().equals(item))
                .toList();
        if (!lines.isEmpty()) {
            failWithMessage(
                    "%nExpecting environment %s not to pay for%n  %s%nbut it does:%n%s",
                    actual.environment(),
                    item,
                    lines.stream().map(line -> "  " + line).collect(Collectors.joining(System.lineSeparator())));
        }
        return this;
    }
}
