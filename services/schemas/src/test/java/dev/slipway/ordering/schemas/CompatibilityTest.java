package dev.slipway.ordering.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planted breaks: each is an edit of a schema, and what the comparison says of it. */
final class CompatibilityTest {
    private static final String BEFORE = """
            {"type": "object", "additionalProperties": false, "required": ["id", "lines"],
             "properties": {
               "id": {"type": "string", "format": "uuid"},
               "reason": {"type": "string", "enum": ["a", "b"]},
               "amount": {"type": "integer", "minimum": 0, "maximum": 100},
               "note": {"type": "string", "maxLength": 10, "pattern": "^x"},
               "lines": {"type": "array", "minItems": 1, "maxItems": 9, "items": {"$ref": "#/$defs/line"}}},
             "$defs": {"line": {"type": "object", "additionalProperties": false, "required": ["sku"],
               "properties": {"sku": {"type": "string"}, "count": {"type": "integer"}}}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "reason": {"type": "string", "enum": ["a", "b"]}, ||                              /reason is removed
            "integer", "minimum"      | "number", "minimum"            |/amount: type ("integer") becomes "number"
            ["a", "b"]                | ["a"]                          |/reason: enum value (b) is removed
            "maximum": 100            | "maximum": 99                  |/amount: maximum (100) is narrowed to 99
            "minimum": 0              | "minimum": 1                   |/amount: minimum (0) is narrowed to 1
            "minItems": 1             | "minItems": 2                  |/lines: minItems (1) is narrowed to 2
            "maxItems": 9             | "maxItems": 8                  |/lines: maxItems (9) is narrowed to 8
            "maxLength": 10           | "maxLength": 9                 |/note: maxLength (10) is narrowed to 9
            "^x"                      | "^y"                           |/note: pattern ("^x") becomes "^y"
            "uuid"                    | "uri"                          |/id: format ("uuid") becomes "uri"
            ["id", "lines"]           | ["id", "lines", "reason"]      |/reason becomes required
            ["id", "lines"]           | ["lines"]                      |/id is no longer always there
            ["sku"]                   | ["sku", "count"]               |/lines/items/count becomes required
            "count": {"type": "integer"} | "count": {"type": "string"} |/lines/items/count: type ("integer") becomes "string"
            , "count": {"type": "integer"} ||                           /lines/items/count is removed
            , "items": {"$ref": "#/$defs/line"} ||                      /lines: items is removed
            "format": "uuid"          | "format": "uuid", "enum": ["z"]|/id: enum is added
            "sku": {"type": "string"} | "sku": {"type": "string", "not": {}} |/lines/items/sku: not cannot be compared
            """)
    void failsWhereOldEventsOrOldReadersWouldBreak(String from, String to, String said) {
        String after = BEFORE.replace(from, to == null ? "" : to);

        assertThat(after).isNotEqualTo(BEFORE);
        assertThat(Compatibility.breaks(BEFORE, after)).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "reason": {"type"  | "more": {"type": "string"}, "reason": {"type"
            ["a", "b"]         | ["a", "b", "c"]
            "maximum": 100     | "maximum": 101
            "minItems": 1      | "minItems": 0
            "format": "uuid"   | "format": "uuid", "description": "said better"
            "$defs": {"line"   | "$defs": {"other": {"type": "null"}, "line"
            """)
    void passesWhatOnlyAddsOrWidens(String from, String to) {
        String after = BEFORE.replace(from, to);

        assertThat(after).isNotEqualTo(BEFORE);
        assertThat(Compatibility.breaks(BEFORE, after)).isEmpty();
    }

    @Test
    void passesADefinitionThatMovesIn() {
        String after = BEFORE.replace(
                "\"items\": {\"$ref\": \"#/$defs/line\"}",
                "\"items\": {\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"sku\"],"
                        + " \"properties\": {\"sku\": {\"type\": \"string\"}, \"count\": {\"type\": \"integer\"}}}");

        assertThat(Compatibility.breaks(BEFORE, after)).isEmpty();
    }
}
