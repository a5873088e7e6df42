package dev.slipway.ordering.starter.security;

import dev.slipway.ordering.starter.web.ProblemResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything needs a token, but probes, metrics, the OpenAPI page and what the service opens. */
@AutoConfiguration(
        after = TokenConfiguration.class,
        beforeName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@EnableWebSecurity
@EnableConfigurationProperties(SecurityProperties.class)
public class SecurityConfiguration {
    private static final String OPERATOR = "ROLE_operator";

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            SecurityProperties properties,
            ObjectProvider<JwtDecoder> decoder,
            ProblemResponse problems,
            @Value("${springdoc.api-docs.path}") String openApi) {
        boolean hasTokens = decoder.getIfAvailable() != null;
        http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(HttpMethod.GET, "/actuator/health/**", "/actuator/prometheus", openApi)
                            .permitAll()
                            .requestMatchers("/actuator/**")
                            .access(operatorOrLoopback());
                    for (String open : properties.open()) {
                        String[] parts = open.split(" ", 2);
                        requests.requestMatchers(HttpMethod.valueOf(parts[0]), parts[1])
                                .permitAll();
                    }
                    if (hasTokens) {
                        requests.anyRequest().authenticated();
                    } else {
                        requests.anyRequest().denyAll();
                    }
                })
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> unauthorized(problems, response))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                response, HttpStatus.FORBIDDEN, "forbidden", "The token does not allow this")));
        if (hasTokens) {
            http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(converter()))
                    .authenticationEntryPoint((request, response, e) -> unauthorized(problems, response)));
        }
        return http.build();
    }

    @Bean
    WebMvcConfigurer callers() {
        return new CallerArgument();
    }

    private static void unauthorized(ProblemResponse problems, jakarta.servlet.http.HttpServletResponse response)
            throws java.io.IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(response, HttpStatus.UNAUTHORIZED, "unauthorized", "A valid token is needed");
    }

    private static JwtAuthenticationConverter converter() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityConfiguration::authorities);
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> roles =
                Optional.ofNullable(token.getClaimAsStringList("roles")).orElse(List.of());
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /** From within the pod, by kubectl port-forward or exec: payment and notification know no tokens. */
    private static AuthorizationManager<RequestAuthorizationContext> operatorOrLoopback() {
        return (authentication, context) -> {
            boolean operator = Optional.ofNullable(authentication.get()).stream()
                    .flatMap(user -> user.getAuthorities().stream())
                    .anyMatch(authority -> OPERATOR.equals(authority.getAuthority()));
            boolean forwarded = Objects.nonNull(context.getRequest().getHeader("X-Forwarded-For"));
            return new AuthorizationDecision(
                    operator || !forwarded && isLoopback(context.getRequest().getRemoteAddr()));
        };
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
