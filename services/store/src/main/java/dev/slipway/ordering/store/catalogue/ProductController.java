package dev.slipway.ordering.store.catalogue;

import dev.slipway.ordering.starter.security.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products over HTTP: read by everybody, changed by operators. */
@RestController
@RequestMapping("/api/products")
final class ProductController {
    private final Catalogue catalogue;
    private final Products products;

    ProductController(Catalogue catalogue, Products products) {
        this.catalogue = catalogue;
        this.products = products;
    }

    /** Products for sale by name, those with all of the words; the id of the last gives the next page. */
    @GetMapping
    List<ProductView> search(
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam Optional<@Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*") String> category,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        Optional<String> words = Words.query(q);
        return words.isEmpty() && !q.isBlank()
                ? List.of()
                : products.search(new Products.Search(words, category, after, limit));
    }

    @GetMapping("/{id}")
    ProductView read(@Parameter(hidden = true) Optional<Caller> caller, @PathVariable UUID id) {
        ProductView product = catalogue.read(id);
        caller.ifPresent(user -> catalogue.viewed(user.userId(), id));
        return product;
    }

    @PostMapping
    ResponseEntity<ProductView> create(Caller caller, @Valid @RequestBody ProductBody body) {
        Operators.require(caller);
        ProductView product = catalogue.create(body);
        return ResponseEntity.created(URI.create("/api/products/" + product.id()))
                .body(product);
    }

    @PutMapping("/{id}")
    ProductView change(Caller caller, @PathVariable UUID id, @Valid @RequestBody ProductBody body) {
        Operators.require(caller);
        return catalogue.change(id, body);
    }
}
