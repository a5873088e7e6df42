package dev.slipway.ordering.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.laptop.shop.Attempt;
import dev.slipway.ordering.laptop.shop.Forger;
import dev.slipway.ordering.laptop.shop.Operation;
import dev.slipway.ordering.laptop.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation that a service behind the front door says it has, and what it does for whom. One that is new is in none
 * of the lists, and fails here. (Auth trusts the keys of its database alone: that it refuses an expired token of its own
 * is tested there.)
 */
@ExtendWith(SharedLaptop.Given.class)
final class SecurityIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Set<String> OPEN = Set.of(
            "POST /api/users",
            "POST /api/auth/token",
            "POST /api/auth/refresh",
            "POST /api/auth/sign-out",
            "GET /api/auth/.well-known/jwks.json",
            "GET /api/products",
            "GET /api/products/{id}",
            "GET /api/recommendations",
            "GET /api/reference",
            "GET /api/reference/{code}");

    private static final Set<String> OF_ONES_OWN = Set.of(
            "DELETE /api/auth/sessions",
            "GET /api/users/me",
            "PUT /api/users/me",
            "PUT /api/users/me/email",
            "PUT /api/users/me/password",
            "GET /api/orders",
            "POST /api/orders");

    /** Each with a body that would be right. */
    private static final Map<String, String> FOR_OPERATORS = new TreeMap<>(Map.of(
            "POST /api/products",
                    "{\"name\":\"Free\",\"category\":\"category.books\",\"unitPrice\":0,\"currency\":\"EUR\"}",
            "PUT /api/products/{id}",
                    "{\"name\":\"Free\",\"category\":\"category.books\",\"unitPrice\":0,\"currency\":\"EUR\",\"version\":1}",
            "GET /api/products/{id}/stock", "",
            "PUT /api/products/{id}/stock", "{\"onHand\":0}",
            "PUT /api/reference/{code}", "{\"name\":\"Mine\",\"active\":true}",
            "DELETE /api/reference/{code}", "",
            "PUT /api/users/{id}/roles", "{\"roles\":[\"operator\"]}"));

    private static Shop shop;
    private static Forger forger;
    private static Attempt attempt;
    private static List<Operation> operations;
    private static Shop.User ada;
    private static Shop.User eve;

    @BeforeAll
    static void open(SharedLaptop laptop) {
        shop = laptop.shop();
        attempt = new Attempt(laptop.url());
        forger = new Forger(laptop.url());
        forger.publishKey(laptop.kafkaPort(), laptop.secret("auth.kafka"));
        operations = LaptopProcess.routes().stream()
                .flatMap(route ->
                        Operation.of(shop.get(route + "/openapi.json", "").body()).stream())
                .toList();
        ada = shop.newUser();
        eve = shop.newUser();
    }

    @Test
    void everyOperationIsInOneOfTheLists() {
        Set<String> known = new TreeSet<>(OPEN);
        known.addAll(OF_ONES_OWN);
        known.addAll(FOR_OPERATORS.keySet());
        known.addAll(Set.of("GET /api/orders/{id}", "POST /api/orders/{id}/cancel", "GET /api/users/{id}"));

        assertThat(operations).extracting(Operation::toString).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void withoutATokenNothingAnswersThatNeedsOne() {
        List<String> answered = new ArrayList<>();
        for (String path : operations.stream().map(Operation::path).distinct().toList()) {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                Operation operation = new Operation(method, path, true, List.of());
                int status = attempt.at(operation, "", "{}").status();
                if (OPEN.contains(operation.toString()) == (status == 401) && !isLikeASignIn(operation)) {
                    answered.add(operation + " " + status);
                }
            }
        }
        assertThat(answered).isEmpty();
    }

    /** A wrong password and a wrong path below an open one look alike to who has no token. */
    private static boolean isLikeASignIn(Operation operation) {
        return operation.path().equals("/api/auth/token") && operation.method().equals("POST");
    }

    @Test
    void withAWrongTokenNothingAnswers() {
        awaitTrust();
        List<String> answered = new ArrayList<>();
        forger.wrong()
                .forEach((what, token) -> operations.forEach(operation -> {
                    int status = attempt.at(operation, token, "{}").status();
                    if (status != 401) {
                        answered.add(operation + " with a token " + what + " " + status);
                    }
                }));
        assertThat(answered).isEmpty();
    }

    /** What makes the refusals mean something: with nothing wrong in it, a token of the same key is taken. */
    private static void awaitTrust() {
        Stream.of("/api/orders", "/api/users/me", "/api/products", "/api/reference", "/api/recommendations")
                .forEach(path -> await().atMost(SOON)
                        .until(() -> shop.get(path, forger.right("customer")).status() != 401));
    }

    @Test
    void whatIsForOperatorsIsForNoCustomer() {
        List<String> answered = new ArrayList<>();
        operations.stream()
                .filter(operation -> FOR_OPERATORS.containsKey(operation.toString()))
                .forEach(operation -> {
                    String body = FOR_OPERATORS.getOrDefault(operation.toString(), "");
                    int status = attempt.at(operation, eve.token(), body).status();
                    if (status != 403) {
                        answered.add(operation + " " + status);
                    }
                });
        assertThat(answered).isEmpty();
    }

    @Test
    void whatIsOfAnotherIsNotThere() {
        String order = shop.ordered(ada, shop.product(Seeded.PLENTY), "pm_card");
        String user =
                shop.get("/api/users/me", ada.token()).body().path("userId").asString();

        assertThat(shop.get("/api/orders/" + order, eve.token()).status()).isEqualTo(404);
        assertThat(shop.post("/api/orders/" + order + "/cancel", eve.token(), Map.of(), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(shop.get("/api/users/" + user, eve.token()).status()).isEqualTo(404);
        assertThat(shop.get("/api/users/" + user, ada.token()).status()).isEqualTo(200);
        assertThat(shop.decided(ada, order).path("status").asString()).isEqualTo("confirmed");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        String large = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
        List<String> taken = new ArrayList<>();
        operations.stream().filter(Operation::hasBody).forEach(operation -> {
            int told = attempt.at(operation, eve.token(), large).status();
            int untold = attempt.inPieces(operation, eve.token(), large).status();
            if (told != 413 || untold != 413) {
                taken.add("%s %s %s".formatted(operation, told, untold));
            }
        });
        assertThat(taken).isEmpty();
        assertThat(attempt.at("GET", "/api/products?q=" + "x".repeat(20_000), "", "")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void whatIsNoJsonOrMeansHarmIsRefusedAndBreaksNothing() {
        List<String> bodies = List.of(
                "{",
                "null",
                "[".repeat(5_000),
                "{\"name\":\"a\\u0000b\",\"email\":\"a\\u0000b\",\"password\":\"a\\u0000b\",\"refreshToken\":\"\\u0000\"}",
                "{\"name\":\"a\\r\\nBcc: eve@example.com\",\"email\":\"ada@example.com\\r\\nBcc: eve@example.com\",\"password\":\"correct horse\"}",
                "{\"email\":\"' OR '1'='1\",\"password\":\"' OR '1'='1\"}",
                "{\"name\":\"a\\u0000b\",\"category\":\"category.books\",\"unitPrice\":1,\"currency\":\"EUR\",\"active\":true}");
        List<String> wrong = new ArrayList<>();
        String operator = forger.right("customer", "operator");
        awaitTrust();
        operations.stream()
                .filter(Operation::hasBody)
                .forEach(operation -> bodies.forEach(body -> {
                    Attempt.Answer answer =
                            attempt.at(operation, OPEN.contains(operation.toString()) ? "" : operator, body);
                    if (answer.status() < 400 || answer.isTelling()) {
                        wrong.add("%s %s %s"
                                .formatted(operation, body.substring(0, Math.min(30, body.length())), answer));
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void textInAPathOrQueryIsNeverACommand() {
        List<String> texts = List.of(
                "'%20OR%20'1'='1",
                "x';DROP%20TABLE%20products;--",
                "%22%3B%20SELECT%20pg_sleep(9)",
                "%00",
                "%E0%80",
                "..%2F..%2Factuator%2Fhealth",
                "%3Cscript%3E",
                "$%7Bjndi:ldap://127.0.0.1/x%7D");
        String operator = forger.right("customer", "operator");
        awaitTrust();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            for (String text : texts) {
                List<String> paths = new ArrayList<>();
                operation.queries().forEach(query -> paths.add(operation.ofNobody() + "?" + query + "=" + text));
                if (operation.hasVariable()) {
                    paths.add(operation.with(text));
                }
                for (String path : paths) {
                    String token = OPEN.contains(operation.toString()) ? "" : operator;
                    Attempt.Answer answer = attempt.at(operation.method(), path, token, "{}");
                    if (answer.isTelling()) {
                        wrong.add("%s %s %s".formatted(operation.method(), path, answer));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shop.product(Seeded.PLENTY).path("id").asString()).isNotEmpty();
    }
}
