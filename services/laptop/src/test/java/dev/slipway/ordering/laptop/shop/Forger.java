package dev.slipway.ordering.laptop.shop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a key that all services trust, so that a token of theirs is refused for what it says alone. */
public final class Forger {
    private static final String TOPIC = "auth.keys";
    private static final String AUDIENCE = "ordering";
    private static final Duration HOUR = Duration.ofHours(1);

    private final String issuer;
    private final ECKey key = newKey("forger");

    /** Takes the address of the front door, which issues tokens. */
    public Forger(String issuer) {
        this.issuer = issuer;
    }

    /** Has the key published as those of auth are. */
    public void publishKey(int kafkaPort, String passwordOfAuth) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID());
        event.put("source", "/auth");
        event.put("type", "dev.slipway.ordering." + TOPIC + ".v1");
        event.put("subject", key.getKeyID());
        event.put("time", Instant.now().toString());
        event.put("datacontenttype", "application/json");
        event.put(
                "data",
                Map.of(
                        "keyId",
                        key.getKeyID(),
                        "jwk",
                        key.toPublicJWK().toJSONObject(),
                        "notBefore",
                        Instant.now().minus(HOUR).toString(),
                        "expiresAt",
                        Instant.now().plus(HOUR).toString()));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + kafkaPort,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"auth\" password=\"%s\";"
                        .formatted(passwordOfAuth));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key.getKeyID(), new JsonMapper().writeValueAsString(event)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token with nothing wrong in it. */
    public String right(String... roles) {
        return signed(key, claims().claim("roles", List.of(roles)));
    }

    /** Tokens that differ from a right one in one thing each, by that thing. */
    public Map<String, String> wrong() {
        Date past = Date.from(Instant.now().minus(HOUR));
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", signed(key, claims().expirationTime(past)));
        tokens.put("without an end", signed(key, claims().expirationTime(null)));
        tokens.put("of another issuer", signed(key, claims().issuer("https://elsewhere.example.com")));
        tokens.put("for another audience", signed(key, claims().audience("elsewhere")));
        tokens.put("by another key of the same id", signed(newKey(key.getKeyID()), claims()));
        tokens.put("by a key that nobody knows", signed(newKey("unknown"), claims()));
        tokens.put("of algorithm none", new PlainJWT(claims().build()).serialize());
        tokens.put("signed with the public key as a password", signedWithPublicKey());
        tokens.put("with other claims than were signed", changed(right("customer"), right("operator")));
        tokens.put("no token at all", "nonsense");
        return tokens;
    }

    private static String changed(String token, String other) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + other.split("\\.")[1] + "." + parts[2];
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(UUID.randomUUID().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(HOUR)))
                .claim("roles", List.of("customer", "operator"));
    }

    private static String signed(ECKey by, JWTClaimsSet.Builder claims) {
        try {
            return sign(JWSAlgorithm.ES256, by.getKeyID(), new ECDSASigner(by), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signedWithPublicKey() {
        try {
            JWSSigner signer = new MACSigner(key.toECPublicKey().getEncoded());
            return sign(JWSAlgorithm.HS256, key.getKeyID(), signer, claims());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSAlgorithm algorithm, String id, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
