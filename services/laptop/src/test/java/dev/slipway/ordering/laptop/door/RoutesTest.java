package dev.slipway.ordering.laptop.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.laptop.contract.Contract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RoutesTest {
    private final Routes routes = new Routes(
            List.of(
                    contract("order", "/api/orders"),
                    contract("returns", "/api/orders/returns"),
                    contract("away", "/api/away")),
            Map.of("order", 1, "returns", 2));

    @Test
    void theLongestRouteAboveThePathAnswers() {
        assertThat(routes.port("/api/orders")).contains(1);
        assertThat(routes.port("/api/orders/7")).contains(1);
        assertThat(routes.port("/api/orders/returns/7")).contains(2);
    }

    @Test
    void aPathThatOnlyBeginsLikeARouteIsNoneOfIt() {
        assertThat(routes.port("/api/orders-of-others")).isEmpty();
        assertThat(routes.port("/actuator/health")).isEmpty();
        assertThat(routes.port("/")).isEmpty();
    }

    @Test
    void aServiceThatIsNotThereAnswersNothing() {
        assertThat(routes.port("/api/away")).isEmpty();
    }

    private static Contract contract(String service, String route) {
        return new Contract(service, "/ready", List.of(route), List.of(), Map.of());
    }
}
