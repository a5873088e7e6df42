package dev.slipway.ordering.ai.recommendation;

import dev.slipway.ordering.starter.security.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recommendations over HTTP, for everybody; of one's own for whoever has a token. */
@RestController
@RequestMapping("/api/recommendations")
final class RecommendationController {
    private final Recommendations recommendations;

    RecommendationController(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** A product and why it is recommended; the price in minor units of the currency. */
    record RecommendationView(UUID id, String name, long unitPrice, String currency, Recommendations.Reason reason) {
        static RecommendationView of(Recommendations.Recommended recommended) {
            Product product = recommended.product();
            return new RecommendationView(
                    product.productId(), product.name(), product.unitPrice(), product.currency(), recommended.reason());
        }
    }

    /** What goes with a product; without one, what goes with the caller; and what everybody likes. */
    @GetMapping
    List<RecommendationView> find(
            @Parameter(hidden = true) Optional<Caller> caller,
            @RequestParam Optional<UUID> productId,
            @RequestParam(defaultValue = "5") @Min(1) @Max(20) int limit) {
        return recommendations.find(productId, caller.map(Caller::userId), limit).stream()
                .map(RecommendationView::of)
                .toList();
    }
}
