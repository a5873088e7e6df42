package dev.slipway.testing.golden;

import java.util.List;
import java.util.regex.Pattern;

/** What changes in a text although nothing of the infrastructure does. */
final class Noise {
    private record Kind(Pattern pattern, String replacement) {
        static Kind of(String pattern, String replacement) {
            return new Kind(Pattern.compile(pattern), replacement);
        }
    }

    // The ids of what is adopted are none: sg-1a2b3c4d. The hashes that end names are those of Slipway and Kubernetes,
    // with eight
    // hexadecimal digits, and of Kustomize, with ten
    // of https://github.com/kubernetes-sigs/kustomize/blob/master/api/hasher/hasher.go.
    private static final List<Kind> KINDS = List.of(
            Kind.of("-----BEGIN CERTIFICATE-----[\\s\\S]*?-----END CERTIFICATE-----", "<certificate>"),
            Kind.of("\\$\\{Token\\[[^]]*]}", "<token>"),
            Kind.of("\\b([0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})\\b", "<hash>"),
            Kind.of(
                    "(?<=-)(?<!\\b(?:vpc|sg|subnet|ami|rtb|igw|nat|eni|vol|acl|pl)-)(?=[a-f]*\\d)[0-9a-f]{8}\\b(?!-)",
                    "<hash>"),
            Kind.of("(?<=-)(?=[bcdfghkmt]*\\d)[0-9bcdfghkmt]{10}\\b(?!-)", "<hash>"),
            Kind.of("\\bnodejs\\d+\\.x\\b", "nodejs<version>"));

    private static final Pattern ID = Pattern.compile("[0-9A-F]{8}$");
    private static final Pattern LONG_ID = Pattern.compile("[0-9a-f]{32}[0-9A-F]*$");

    private Noise() {}

    static String removed(String text) {
        String quiet = text;
        for (Kind kind : KINDS) {
            quiet = kind.pattern().matcher(quiet).replaceAll(kind.replacement());
        }
        return quiet;
    }

    /** A logical id without the hash that the CDK ends it with. */
    static String removedFromId(String id) {
        String plain = LONG_ID.matcher(ID.matcher(id).replaceFirst("")).replaceFirst("");
        return plain.isEmpty() ? id : plain;
    }
}
