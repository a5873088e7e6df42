package dev.slipway.capability.edge;

import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.List;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.certificatemanager.CfnCertificate;

/** What the stack {@code edge} has from a zone: the certificate, and what makes the records. */
final class CertificateStack {
    static final String CONCERN = "edge";

    private CertificateStack() {}

    static void provision(HostedZone zone, EnvironmentStage stage) {
        EnvironmentStack stack = stage.stack(CONCERN);
        certificate(zone, stack);
        RecordStack.add(zone, stack);
    }

    private static void certificate(HostedZone zone, EnvironmentStack stack) {
        List<String> names = zone.certified(stack.stage().place());
        CfnCertificate certificate = CfnCertificate.Builder.create(stack, "Certificate")
                .domainName(names.get(0))
                .subjectAlternativeNames(names.subList(1, names.size()))
                .validationMethod("DNS")
                .domainValidationOptions(names.stream()
                        .map(name -> CfnCertificate.DomainValidationOptionProperty.builder()
                                .domainName(name)
                                .hostedZoneId(zone.id().orElseThrow())
                                .build())
                        .toList())
                .build();
        Tags.of(certificate).add("Name", stack.stage().names().environmentWide());
    }
}
