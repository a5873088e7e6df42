package dev.slipway.doctor.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.doctor.Diagnosis;
import dev.slipway.doctor.Finding;
import java.util.Locale;

/** For other programs: {@code DiagnosisJson.of(diagnosis)}. */
public final class DiagnosisJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DiagnosisJson() {}

    public static String of(Diagnosis diagnosis) {
        ObjectNode all = JSON.createObjectNode();
        all.put("isReady", !diagnosis.has(Finding.Level.ERROR) && !diagnosis.has(Finding.Level.UNKNOWN));
        ArrayNode findings = all.putArray("findings");
        diagnosis.findings().forEach(finding -> findings.addObject()
                .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                .put("what", finding.what())
                .put("found", finding.found())
                .put("needed", finding.needed())
                .put("fix", finding.fix()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
