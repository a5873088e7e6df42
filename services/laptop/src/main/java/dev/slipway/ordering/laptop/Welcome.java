package dev.slipway.ordering.laptop;

import java.util.Locale;

/** What is printed when everything is ready: the address, and an order to paste. */
final class Welcome {
    private Welcome() {}

    static String text(String url, double seconds) {
        return """

                Ready in %s s: %s

                To try it, paste this into another terminal (needs curl and jq):

                  shop=%s
                  json='content-type: application/json'
                  curl -s $shop/api/users -H "$json" -d '{"email":"ada@example.com","name":"Ada","password":"correct horse battery"}'
                  sleep 2
                  token=$(curl -s $shop/api/auth/token -H "$json" -d '{"email":"ada@example.com","password":"correct horse battery"}' | jq -r .accessToken)
                  product=$(curl -s $shop/api/products | jq -r .[0].id)
                  order=$(curl -s $shop/api/orders -H "$json" -H "authorization: Bearer $token" -H "idempotency-key: try-$(date +%%s)" \\
                    -d "{\\"lines\\":[{\\"productId\\":\\"$product\\",\\"quantity\\":1}]}" | jq -r .id)
                  sleep 2; curl -s $shop/api/orders/$order -H "authorization: Bearer $token"; curl -s $shop/laptop/mail

                Ctrl-C stops everything.
                """.formatted(String.format(Locale.ROOT, "%.1f", seconds), url, url);
    }
}
