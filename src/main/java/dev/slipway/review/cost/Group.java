package dev.slipway.review.cost;

import dev.slipway.platform.operation.Money;
import dev.slipway.review.cost.price.Price;
import dev.slipway.review.cost.usage.Assumption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of one price and one stack, added up: all secrets of a stack are one.
 *
 * @param type of what is paid for: {@code AWS::EC2::NatGateway}
 * @param count how many there are
 * @param amount of all together
 */
public record Group(
        String stack, String type, int count, BigDecimal amount, Price price, Optional<Assumption> assumption) {
    private record Key(String stack, String type, String item, Optional<Assumption> assumption) {}

    static List<Group> of(List<Line> lines) {
        Map<Key, List<Line>> grouped = new LinkedHashMap<>();
        lines.forEach(line -> grouped.computeIfAbsent(
                        new Key(
                                line.metered().stack(),
                                line.metered().type(),
                                line.price().item(),
                                line.metered().quantity().assumption()),
                        key -> new ArrayList<>())
                .add(line));
        return grouped.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().stack(),
                        entry.getKey().type(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .map(line -> line.metered().quantity().amount())
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        entry.getValue().get(0).price(),
                        entry.getKey().assumption()))
                .toList();
    }

    /** {@code vpc/nat-gateway}. */
    public String item() {
        return price.item();
    }

    /** A month. */
    public Money cost() {
        return price.times(amount);
    }
}
