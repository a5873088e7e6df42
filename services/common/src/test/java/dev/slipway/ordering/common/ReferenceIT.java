package dev.slipway.ordering.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Reference data, as clients and the other services see it. */
@ServiceTest
class ReferenceIT {
    @Autowired
    private RestTestClient http;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private JdbcClient database;

    private Operator operator;

    @BeforeEach
    void signIn() {
        operator = new Operator(http);
    }

    @Test
    void publishesWhatMigrationsBring() {
        JsonNode event = Events.await("common.reference", "category.coffee", 1).get(0);

        assertThat(EventSchemas.problems("common.reference", event.toString())).isEmpty();
        assertThat(event.path("data").path("parent").asString()).isEqualTo("category.kitchen");
        ExchangeResult list = operator.get("/api/reference?kind=category");
        assertThat(codes(list)).contains("category.coffee", "category.kitchen").doesNotContain("currency.EUR");
    }

    @Test
    void makesAndChangesAnEntryAndPublishesEachVersion() {
        String code = Operator.newCode();
        ExchangeResult made = operator.put(code, "Mugs");
        assertThat(made.getStatus()).isEqualTo(HttpStatus.CREATED);
        assertThat(made.getResponseHeaders().getLocation()).hasPath("/api/reference/" + code);
        assertThat(operator.put(code, "Mugs").getStatus()).isEqualTo(HttpStatus.OK);
        ExchangeResult changed = operator.put(code, "Cups");
        assertThat(Operator.tag(changed)).isEqualTo("\"2\"");

        List<JsonNode> events = Events.await("common.reference", code, 2);
        assertThat(events)
                .extracting(event -> event.path("data").path("version").asLong())
                .containsExactly(1L, 2L);
        assertThat(events).allSatisfy(event -> assertThat(EventSchemas.problems("common.reference", event.toString()))
                .isEmpty());
        assertThat(Operator.json(operator.get("/api/reference/" + code))
                        .path("name")
                        .asString())
                .isEqualTo("Cups");
    }

    @Test
    void removesAnEntryAndCountsItsVersionsOn() {
        String code = Operator.newCode();
        operator.put(code, "Mugs");
        assertThat(operator.delete(code).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(operator.delete(code).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(operator.get("/api/reference/" + code).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(database.sql("SELECT count(*) FROM outbox WHERE key = ? AND event IS NULL")
                        .param(code)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        ExchangeResult again = operator.put(code, "Mugs");
        assertThat(again.getStatus()).isEqualTo(HttpStatus.CREATED);
        assertThat(Operator.tag(again)).isEqualTo("\"3\"");
    }

    @Test
    void changesOnlyTheVersionThatWasSeen() {
        String code = Operator.newCode();
        assertThat(operator.put(code, "Mugs", "If-Match", "\"1\"").getStatus())
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(operator.put(code, "Mugs", "If-None-Match", "*").getStatus()).isEqualTo(HttpStatus.CREATED);
        assertThat(operator.put(code, "Cups", "If-None-Match", "*").getStatus())
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(operator.put(code, "Cups", "If-Match", "\"1\"").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(operator.put(code, "Bowls", "If-Match", "\"1\"").getStatus())
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void keepsTheTreeWhole() {
        String top = Operator.newCode();
        String below = Operator.newCode();
        operator.put(top, "Top");
        assertThat(operator.put(below, Operator.body("Below", top)).getStatus()).isEqualTo(HttpStatus.CREATED);

        assertThat(operator.delete(top).getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(operator.put(top, Operator.body("Top", below)).getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(operator.put(top, Operator.body("Top", top)).getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(operator.put(top, Operator.body("Top", "region.europe")).getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        operator.delete(below);
        assertThat(operator.delete(top).getStatus()).isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void sendsNothingAgainThatTheClientHas() {
        ExchangeResult first = operator.get("/api/reference?kind=currency");
        assertThat(first.getResponseHeaders().getCacheControl()).isEqualTo("max-age=10, public");
        ExchangeResult second = operator.get("/api/reference?kind=currency", Operator.tag(first));
        assertThat(second.getStatus()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(second.getResponseBodyContent()).isEmpty();

        String code = Operator.newCode();
        operator.put(code, "Mugs");
        ExchangeResult third = operator.get("/api/reference", Operator.tag(first));
        assertThat(third.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(codes(third)).contains(code);
        ExchangeResult entry = operator.get("/api/reference/" + code);
        assertThat(operator.get("/api/reference/" + code, Operator.tag(entry)).getStatus())
                .isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void readsFromTheCacheAndNeverWhatIsOutOfDate() {
        String code = Operator.newCode();
        for (int i = 0; i < 20; i++) {
            String name = "name " + i;
            operator.put(code, name);
            assertThat(Operator.json(operator.get("/api/reference/" + code))
                            .path("name")
                            .asString())
                    .isEqualTo(name);
        }
        assertThat(redis.keys("common:snapshot:*")).isNotEmpty();
        String revision = redis.opsForValue().get("common:revision");
        redis.opsForValue().set("common:snapshot:" + revision, "{\"revision\":" + revision + ",\"items\":[]}");
        assertThat(codes(operator.get("/api/reference"))).isEmpty();
        redis.delete(redis.keys("common:*"));
        assertThat(codes(operator.get("/api/reference"))).contains(code);
    }

    @Test
    void showsAChangeOfAnotherInstanceThatCrashedBeforeItSaidSoWithinSeconds() {
        operator.get("/api/reference");
        database.sql(
                        "UPDATE reference_entries SET name = 'Juice', version = version + 1, published_version = version + 1"
                                + " WHERE code = 'category.books'")
                .update();
        database.sql("UPDATE reference_revision SET revision = revision + 1").update();

        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> Operator.json(
                        operator.get("/api/reference/category.books"))
                .path("name")
                .asString()
                .equals("Juice"));
    }

    @Test
    void givesEachChangeAVersionOfItsOwnHoweverManyAreMadeAtOnce() throws Exception {
        String code = Operator.newCode();
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<ExchangeResult>> changes = IntStream.range(0, 16)
                    .<Callable<ExchangeResult>>mapToObj(i -> () -> operator.put(code, "name " + i))
                    .toList();
            for (var change : threads.invokeAll(changes)) {
                assertThat(change.get().getStatus().is2xxSuccessful()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Events.await("common.reference", code, 16))
                .extracting(event -> event.path("data").path("version").asLong())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 16).mapToObj(Long::valueOf).toList());
    }

    private static List<String> codes(ExchangeResult list) {
        return StreamSupport.stream(Operator.json(list).path("items").spliterator(), false)
                .map(entry -> entry.path("code").asString())
                .toList();
    }
}
