package dev.slipway.verify.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.verify.Verification;
import java.util.Locale;

/** For other programs: {@code VerificationJson.of("dev", verification)}. */
public final class VerificationJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VerificationJson() {}

    public static String of(String stage, Verification verification) {
        ObjectNode all = JSON.createObjectNode();
        all.put("environment", stage);
        all.put("comparedFields", verification.compared());
        ArrayNode drifts = all.putArray("drifts");
        verification.drifts().forEach(drift -> drifts.addObject()
                .put("plane", drift.plane().name().toLowerCase(Locale.ROOT))
                .put("object", drift.object())
                .put("field", drift.field())
                .put("expected", drift.expected())
                .put("found", drift.found()));
        ArrayNode failures = all.putArray("notAsked");
        verification.failures().forEach(failures::add);
        ArrayNode unasked = all.putArray("notCompared");
        verification.unasked().forEach(unasked::add);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
