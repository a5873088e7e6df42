package dev.slipway.capability.streaming.msk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.internals.secured.BasicOAuthBearerToken;

/** Admits, as MSK does, who shows an address of the region that the role of {@link PodIdentityAgent} has signed. */
public final class RoleCheck implements AuthenticateCallbackHandler {
    private static final long AN_HOUR = 3_600_000;

    @Override
    public void configure(Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> entries) {}

    @Override
    public void handle(Callback[] callbacks) {
        for (Callback callback : callbacks) {
            if (callback instanceof OAuthBearerValidatorCallback validation) {
                check(validation);
            }
        }
    }

    private static void check(OAuthBearerValidatorCallback validation) {
        String address = new String(Base64.getUrlDecoder().decode(validation.tokenValue()), StandardCharsets.UTF_8);
        boolean isKnown =
                address.startsWith("https://kafka.eu-central-1.amazonaws.com/?Action=kafka-cluster%3AConnect&")
                        && address.contains("X-Amz-Credential=" + PodIdentityAgent.ACCESS_KEY + "%2F");
        if (isKnown) {
            long now = System.currentTimeMillis();
            validation.token(new BasicOAuthBearerToken(validation.tokenValue(), Set.of(), now + AN_HOUR, "role", now));
        } else {
            validation.error("access_denied", null, null);
        }
    }

    @Override
    public void close() {}
}
