package dev.slipway.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.verify.Drift;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Verification;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Verification SOME = new Verification(
            List.of(
                    Drift.missing(Plane.KUBERNETES, "Service shop/order"),
                    new Drift(Plane.AWS, "AWS::RDS::DBInstance shop in dev/database", "MultiAZ", "true", "false"),
                    Drift.extra(Plane.AWS, "stack shop-dev-search")),
            12,
            List.of("AWS::EC2::Route: no service is asked about it, only CloudFormation"),
            List.of("AWS::KMS::Key cannot be asked about: AccessDenied"));

    @Test
    void saysWhatHasDriftedByPlane() {
        assertThat(VerificationText.of("dev", SOME)).isEqualTo("""
            dev: not asked to the end; 3 things have drifted, 12 fields compared

            AWS
              AWS::RDS::DBInstance shop in dev/database: MultiAZ is to be true, and is false
              stack shop-dev-search is there, and was not synthesized

            Cluster
              Service shop/order is missing

            Not asked
              AWS::KMS::Key cannot be asked about: AccessDenied

            Not compared
              AWS::EC2::Route: no service is asked about it, only CloudFormation
            """);
    }

    @Test
    void saysThatNothingHasDrifted() {
        assertThat(VerificationText.of("dev", new Verification(List.of(), 7, List.of(), List.of())))
                .isEqualTo("dev: nothing has drifted, 7 fields compared\n");
    }

    @Test
    void neverSaysThatAllIsWellOfWhatItHasNotSeen() {
        assertThat(VerificationText.of("dev", Verification.failed("nobody is signed in")))
                .isEqualTo("""
            dev: not asked to the end; no drift in what was, 0 fields compared

            Not asked
              nobody is signed in
            """);
    }

    @Test
    void letsNothingInAClusterBecomeMarkdown() {
        Drift hostile = new Drift(Plane.KUBERNETES, "ConfigMap a", "data[`x`]", "1", "`| ![](https://a.example)\n# b");

        assertThat(VerificationMarkdown.of("dev", new Verification(List.of(hostile), 1, List.of(), List.of())))
                .contains("| Cluster | `ConfigMap a` | `data[ x ]` | `1` | `![](https://a.example) # b` |");
    }

    @Test
    void keepsASummaryShort() {
        List<Drift> many = IntStream.range(0, 5_000)
                .mapToObj(i -> new Drift(Plane.AWS, "object " + i, "field", "x".repeat(150), "y".repeat(150)))
                .toList();

        assertThat(VerificationMarkdown.of("dev", new Verification(many, 1, Collections.nCopies(1, "one"), List.of())))
                .hasSizeLessThan(200_000)
                .contains("and 4800 more");
    }

    @Test
    void isReadByOtherPrograms() throws JsonProcessingException {
        var json = new ObjectMapper().readTree(VerificationJson.of("dev", SOME));

        assertThat(json.at("/drifts/0/field").asText()).isEqualTo("MultiAZ");
        assertThat(json.at("/drifts/0/plane").asText()).isEqualTo("aws");
        assertThat(json.at("/notAsked")).hasSize(1);
        assertThat(json.at("/comparedFields").asInt()).isEqualTo(12);
    }
}
