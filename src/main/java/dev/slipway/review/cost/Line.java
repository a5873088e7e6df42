package dev.slipway.review.cost;

import dev.slipway.platform.operation.Money;
import dev.slipway.review.cost.meter.Metered;
import dev.slipway.review.cost.price.Price;

/** Something that is paid for, at its price. */
public record Line(Metered metered, Price price) {
    /** A month. */
    public Money cost() {
        return price.times(metered.quantity().amount());
    }

    /** Whether it follows from what was rendered, and not from how much that is used. */
    public boolean isFixed() {
        return metered.quantity().assumption().isEmpty();
    }

    @Override
    public String toString() {
        return "%s (%s %s in %s): %s %ss at $%s"
                .formatted(
                        cost(),
                        metered.type(),
                        metered.subject(),
                        metered.stack(),
                        metered.quantity().amount().toPlainString(),
                        metered.quantity().unit(),
                        price.value().toPlainString());
    }
}
