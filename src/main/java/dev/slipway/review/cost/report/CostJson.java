package dev.slipway.review.cost.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.Line;
import dev.slipway.review.cost.OverBudget;
import dev.slipway.review.cost.usage.Assumption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates for a program, every line of them.
 *
 * <pre>{@code
 * CostJson.of(List.of(estimate), List.of())
 * }</pre>
 */
public final class CostJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private CostJson() {}

    public static String of(List<Estimate> estimates, List<OverBudget> over) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("currency", "USD");
        all.put("hoursPerMonth", 730);
        all.put("environments", estimates.stream().map(CostJson::of).toList());
        all.put("overBudget", over.stream().map(CostJson::of).toList());
        try {
            return JSON.writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The estimate cannot be written", e);
        }
    }

    private static Map<String, Object> of(Estimate estimate) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("environment", estimate.environment());
        values.put("region", estimate.region());
        values.put("total", estimate.total().dollars());
        values.put("fixed", estimate.fixed().dollars());
        values.put("lines", estimate.lines().stream().map(CostJson::of).toList());
        values.put("unpriced", estimate.unpriced());
        values.put("free", estimate.free());
        return values;
    }

    private static Map<String, Object> of(Line line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cost", line.cost().dollars());
        values.put("stack", line.metered().stack());
        values.put("type", line.metered().type());
        values.put("subject", line.metered().subject());
        values.put("item", line.price().item());
        values.put("quantity", line.metered().quantity().amount());
        values.put("unit", line.price().unit());
        values.put(
                "assumption",
                line.metered().quantity().assumption().map(Assumption::key).orElse(""));
        values.put("price", line.price().value());
        values.put("priceDate", line.price().date().toString());
        values.put("priceSource", line.price().source());
        return values;
    }

    private static Map<String, Object> of(OverBudget over) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("environment", over.estimate().environment());
        values.put("budget", over.limit().dollars());
        values.put("estimate", over.estimate().total().dollars());
        return values;
    }
}
