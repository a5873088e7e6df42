package dev.slipway.ordering.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class EventSchemasTest {
    private static final JsonMapper JSON = new JsonMapper();

    static List<String> topics() {
        return Folder.topics();
    }

    @Test
    void eachTopicOfTheContractHasASchemaAndNoOtherHas() {
        List<String> declared = Folder.contracts().stream()
                .flatMap(contract -> contract.path("topics").valueStream())
                .map(topic -> topic.path("name").asString())
                .distinct()
                .sorted()
                .toList();

        assertThat(Folder.topics()).hasSize(15).isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theExampleIsValidAndItsKeyIsTheSubject(String topic) {
        assertThat(EventSchemas.problems(topic, EventSchemas.example(topic))).isEmpty();
        JsonNode example = JSON.readTree(EventSchemas.example(topic));
        assertThat(example.path("subject")).isEqualTo(example.path("data").path(key(topic)));
        JsonNode schema = JSON.readTree(EventSchemas.schema(topic));
        assertThat(example.path("dataschema")).isEqualTo(schema.path("$id"));
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .contains(key(topic));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aFieldThatNobodyDeclaredIsRefused(String topic) {
        ObjectNode event = (ObjectNode) JSON.readTree(EventSchemas.example(topic));
        ((ObjectNode) event.path("data")).put("password", "x");

        assertThat(EventSchemas.problems(topic, event.toString()))
                .singleElement()
                .asString()
                .startsWith("/data: ")
                .contains("password");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyObjectOfASchemaIsClosedAndEveryFieldIsExplained(String topic) {
        JsonNode schema = JSON.readTree(EventSchemas.schema(topic));
        assertClosed(topic, schema);
        schema.path("$defs")
                .propertyStream()
                .forEach(named -> assertClosed(topic + "#" + named.getKey(), named.getValue()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            order.placed        | "quantity":2          | "quantity":0          | /data/lines/0/quantity
            order.placed        | "currency":"EUR"      | "currency":"eur"      | /data/currency
            order.placed        | "total":11880         | "total":118.8         | /data/total
            order.cancelled     | "payment-failed"      | "because"             | /data/reason
            payment.requested   | "pm_card"             | "4111111111111111"    | /data/paymentMethod
            user.registered     | "ada@example.com"     | "ada"                 | /data/email
            user.credential.set | "{argon2}             | "                     | /data/passwordHash
            auth.keys           | "use":"sig"           | "use":"sig","d":"x"   | /data/jwk
            stock.reserved      | "2026-11-21T12:15:00Z" | "tomorrow"           | /data/expiresAt
            stock.reserved      | "specversion":"1.0"   | "specversion":"0.3"   | /specversion
            stock.reserved      | stock.reserved.v1","subject | stock.rejected.v1","subject | type (
            """)
    void whatTheDataMayNotSayIsRefusedWhereItStands(String topic, String from, String to, String where) {
        String valid = JSON.readTree(EventSchemas.example(topic)).toString();
        String event = valid.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));

        assertThat(event).isNotEqualTo(valid);
        assertThat(EventSchemas.problems(topic, event)).isNotEmpty().allSatisfy(problem -> assertThat(problem)
                .startsWith(where));
    }

    @Test
    void anUnknownTopicIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> EventSchemas.dataProblems("order.plased", "{}"))
                .hasMessage("The topic of order.plased.v1.json must be one of services/schemas.");
    }

    private static void assertClosed(String where, JsonNode object) {
        assertThat(object.path("type").asString()).as(where).isEqualTo("object");
        assertThat(object.path("additionalProperties")).as(where).isEqualTo(JSON.readTree("false"));
        object.path("properties").propertyStream().forEach(property -> {
            JsonNode value = property.getValue();
            assertThat(value.has("$ref") || value.has("description"))
                    .as(where + "/" + property.getKey())
                    .isTrue();
            assertThat(value.path("type").asString())
                    .as("a nested object is a definition")
                    .isNotEqualTo("object");
        });
    }

    private static String key(String topic) {
        return Folder.contracts().stream()
                .flatMap(contract -> contract.path("topics").valueStream())
                .filter(declared -> declared.path("name").asString().equals(topic))
                .map(declared -> declared.path("key").asString())
                .findFirst()
                .orElseThrow();
    }
}
