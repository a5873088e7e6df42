package dev.slipway.capability.secrets;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;
import java.util.OptionalInt;

/**
 * A secret of a service, for one purpose.
 *
 * <pre>{@code
 * Service.java("notification").needs(secret("smtp", "username", "password"))
 * Service.java("auth").needs(generatedSecret("key-encryption", "key"))
 * }</pre>
 *
 * @param purpose a DNS label, unique in its service
 * @param properties what the secret consists of; each becomes a variable {@code <PURPOSE>_<PROPERTY>}
 * @param generated whether its value is made at random when it is created; otherwise people put it in
 * @param rotation days after which it gets another value, where it does
 */
@Declares
public record SecretNeed(
        String purpose, List<String> properties, boolean generated, OptionalInt rotation, Origin origin)
        implements Need {
    public SecretNeed {
        properties = List.copyOf(properties);
    }

    /** A secret whose value is put in by people, after its stack is deployed. */
    public static SecretNeed secret(String purpose, String... properties) {
        return new SecretNeed(purpose, List.of(properties), false, OptionalInt.empty(), Origin.here());
    }

    /** A secret of one property, made at random when it is created. */
    public static SecretNeed generatedSecret(String purpose, String property) {
        return new SecretNeed(purpose, List.of(property), true, OptionalInt.empty(), Origin.here());
    }

    /**
     * Gives a generated secret another value every so many days. The service is started anew with it, so only what may be
     * forgotten can be rotated: a key under which sessions are signed, not one under which data is kept.
     */
    public SecretNeed rotatedEvery(int days) {
        return new SecretNeed(purpose, properties, generated, OptionalInt.of(days), origin);
    }

    @Override
    public String describe() {
        return "secret " + purpose;
    }

    @Override
    public List<Link> links() {
        return List.of(Link.uses(End.OfStore.own("secret", purpose)));
    }
}
