package dev.slipway.doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.doctor.Diagnosis;
import dev.slipway.doctor.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisReportsTest {
    private static final Finding JDK = Finding.ok("JDK", "25", "17 to 25");
    private static final Finding NODE =
            new Finding(Finding.Level.ERROR, "Node", "18.20.4", "22 or later", "install it.");

    @Test
    void saysWhatWasFoundWhatIsNeededAndTheFix() {
        assertThat(DiagnosisText.of(new Diagnosis(List.of(JDK, NODE)))).isEqualTo("""
            ok     JDK   25 (needed: 17 to 25)
            wrong  Node  18.20.4 (needed: 22 or later)
                         Fix: install it.

            Not ready: mend what is wrong, and run slipway doctor again.
            """);
    }

    @Test
    void saysHowFarItIsReady() {
        assertThat(DiagnosisText.of(new Diagnosis(List.of(JDK)))).endsWith("\nReady.\n");
        assertThat(DiagnosisText.of(new Diagnosis(List.of(new Finding(Finding.Level.UNKNOWN, "AWS", "x", "", "")))))
                .endsWith("\nReady as far as anybody answered.\n");
        assertThat(DiagnosisText.of(new Diagnosis(List.of(new Finding(Finding.Level.WARNING, "AWS", "x", "", "")))))
                .endsWith("\nReady, with what stands above.\n");
    }

    @Test
    void isReadByOtherPrograms() throws JsonProcessingException {
        var json = new ObjectMapper().readTree(DiagnosisJson.of(new Diagnosis(List.of(JDK, NODE))));

        assertThat(json.at("/isReady").asBoolean()).isFalse();
        assertThat(json.at("/findings/1/level").asText()).isEqualTo("error");
        assertThat(json.at("/findings/1/fix").asText()).isEqualTo("install it.");
    }
}
