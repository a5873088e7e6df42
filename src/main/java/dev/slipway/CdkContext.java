package dev.slipway;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the CDK behaves, set in code, as the context of a {@code cdk.json} reaches only runs of the CDK CLI: what that CLI
 * writes and what a run without it writes must be the same bytes.
 */
final class CdkContext {
    /** What the CDK recommends to new projects: recommended-feature-flags.json of aws-cdk-lib 2.263.0, unchanged. */
    private static final String RECOMMENDED = "cdk-flags.json";

    private CdkContext() {}

    /** Every flag is set, to what is recommended or otherwise: the CLI warns of those that are not. */
    static Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>(recommended());
        // A Lambda function in each network, to empty a security group that nothing is in.
        values.put("@aws-cdk/aws-ec2:restrictDefaultSecurityGroup", false);
        // Weak references deploy only to AWS itself; ours pass through Parameter Store.
        values.put("@aws-cdk/core:defaultCrossStackReferences", "strong");
        values.put("@aws-cdk/core:enableAdditionalMetadataCollection", false);
        // They name folders of the machine, and none of the user's lines: those are in another process.
        values.put("aws:cdk:disable-stack-trace", true);
        values.put("aws:cdk:disable-creation-stack-traces", true);
        values.put("aws:cdk:enable-path-metadata", true);
        values.put("aws:cdk:enable-asset-metadata", true);
        return Collections.unmodifiableMap(values);
    }

    /** Beside {@link #values()}, where no CLI is there to say what validation found: we say it, as of every problem. */
    static Map<String, Object> valuesWithoutCli() {
        Map<String, Object> values = new TreeMap<>(values());
        values.put("@aws-cdk/core:failSynthOnValidationErrors", false);
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, Object> recommended() {
        try (InputStream flags = CdkContext.class.getResourceAsStream(RECOMMENDED)) {
            return new ObjectMapper().readValue(flags, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The resource (%s) cannot be read".formatted(RECOMMENDED), e);
        }
    }
}
