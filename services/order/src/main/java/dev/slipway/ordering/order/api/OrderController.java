package dev.slipway.ordering.order.api;

import dev.slipway.ordering.order.lifecycle.Checkout;
import dev.slipway.ordering.order.lifecycle.Order;
import dev.slipway.ordering.order.lifecycle.Orders;
import dev.slipway.ordering.starter.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The orders of whoever calls. */
@RestController
@RequestMapping("/api/orders")
final class OrderController {
    private final Checkout checkout;
    private final Orders orders;

    OrderController(Checkout checkout, Orders orders) {
        this.checkout = checkout;
        this.orders = orders;
    }

    /** 201 for a new order, 200 for the one that the key placed before. */
    @PostMapping
    ResponseEntity<OrderView> place(
            Caller caller,
            @RequestHeader("Idempotency-Key") @Pattern(regexp = "[\\x21-\\x7E]{1,100}") String idempotencyKey,
            @Valid @RequestBody PlaceOrder body) {
        Checkout.Placed placed = checkout.place(caller.userId(), idempotencyKey, body.request());
        Order order = placed.order();
        ResponseEntity.BodyBuilder response =
                placed.isNew() ? ResponseEntity.created(URI.create("/api/orders/" + order.id())) : ResponseEntity.ok();
        return response.body(OrderView.of(order));
    }

    @GetMapping("/{id}")
    OrderView read(Caller caller, @PathVariable UUID id) {
        return OrderView.of(checkout.found(caller.userId(), id));
    }

    /** The latest first; the id of the last gives the next page. */
    @GetMapping
    List<OrderView> list(
            Caller caller,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return orders.latest(caller.userId(), before, limit).stream()
                .map(OrderView::of)
                .toList();
    }

    @PostMapping("/{id}/cancel")
    OrderView cancel(Caller caller, @PathVariable UUID id) {
        return OrderView.of(checkout.cancel(caller.userId(), id));
    }
}
