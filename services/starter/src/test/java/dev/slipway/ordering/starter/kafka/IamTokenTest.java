package dev.slipway.ordering.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.callback.Callback;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a service shows to MSK: a signed request of kafka-cluster:Connect, as
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html has it. The handshake itself needs MSK.
 */
class IamTokenTest {
    private static final Map<String, String> FIXED = Map.of(
            "aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE",
            "aws.secretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "aws.region", "eu-central-1");
    private static final String HOST = "kafka.eu-central-1.amazonaws.com";

    @BeforeEach
    void fix() {
        FIXED.forEach(System::setProperty);
    }

    @AfterEach
    void forget() {
        FIXED.keySet().forEach(System::clearProperty);
    }

    @Test
    void isASignedRequestToConnect() throws Exception {
        OAuthBearerToken token = token();
        URI request = URI.create(new String(Base64.getUrlDecoder().decode(token.value()), StandardCharsets.UTF_8));
        Map<String, String> fields = fields(request);
        Instant date = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .parse(fields.getOrDefault("X-Amz-Date", ""), Instant::from);

        assertThat(request.getScheme()).isEqualTo("https");
        assertThat(request.getHost()).isEqualTo(HOST);
        assertThat(request.getPath()).isEmpty();
        assertThat(fields)
                .containsEntry("Action", "kafka-cluster:Connect")
                .containsEntry("X-Amz-Algorithm", "AWS4-HMAC-SHA256")
                .containsEntry("X-Amz-Credential", "AKIAIOSFODNN7EXAMPLE/" + scope(date))
                .containsEntry("X-Amz-SignedHeaders", "host")
                .doesNotContainKey("X-Amz-Security-Token");
        long seconds = Long.parseLong(fields.getOrDefault("X-Amz-Expires", ""));
        assertThat(seconds).as("a quarter of an hour, less what signing took").isBetween(840L, 900L);
        assertThat(date).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(Instant.ofEpochMilli(token.lifetimeMs())).isEqualTo(date.plusSeconds(seconds));
        assertThat(fields.get("X-Amz-Signature")).isEqualTo(signature(request, date, fields.get("X-Amz-Date")));
        assertThat(token.value()).doesNotContain("=");
    }

    /** By the settings that the service gives to each of its clients. */
    private static OAuthBearerToken token() throws Exception {
        Map<String, Object> settings = new KafkaProperties(
                        "localhost:9098", "order", "order.", "SASL_SSL", "OAUTHBEARER", "", "", "", 1)
                .client();
        Class<?> type = Class.forName((String) settings.get("sasl.login.callback.handler.class"));
        AuthenticateCallbackHandler handler =
                (AuthenticateCallbackHandler) type.getDeclaredConstructor().newInstance();
        List<AppConfigurationEntry> login = JaasContext.loadClientContext(
                        Map.of("sasl.jaas.config", new Password((String) settings.get("sasl.jaas.config"))))
                .configurationEntries();
        handler.configure(settings, (String) settings.get("sasl.mechanism"), login);
        OAuthBearerTokenCallback callback = new OAuthBearerTokenCallback();
        handler.handle(new Callback[] {callback});
        handler.close();
        return callback.token();
    }

    private static Map<String, String> fields(URI request) {
        return Arrays.stream(request.getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0],
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String scope(Instant date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                        date.atOffset(ZoneOffset.UTC).toLocalDate()) + "/eu-central-1/kafka-cluster/aws4_request";
    }

    /** Signature Version 4, computed here once more. */
    private static String signature(URI request, Instant date, String stamp) throws GeneralSecurityException {
        String query = Arrays.stream(request.getRawQuery().split("&"))
                .filter(field -> !field.startsWith("X-Amz-Signature=") && !field.startsWith("User-Agent="))
                .sorted()
                .collect(Collectors.joining("&"));
        String canonical = "GET\n/\n" + query + "\nhost:" + HOST + "\n\nhost\n" + hash("");
        String toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope(date) + "\n" + hash(canonical);
        byte[] key = ("AWS4" + FIXED.get("aws.secretAccessKey")).getBytes(StandardCharsets.UTF_8);
        for (String part : scope(date).split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
