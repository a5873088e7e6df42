package dev.slipway.ordering.auth.session;

/**
 * What somebody who is signed in gets.
 *
 * @param expiresIn seconds until the access token expires
 * @param refreshToken good for one exchange
 */
public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {
    @Override
    public String toString() {
        return "tokens";
    }
}
