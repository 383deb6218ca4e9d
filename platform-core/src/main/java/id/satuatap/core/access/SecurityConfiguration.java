package id.satuatap.core.access;

import id.satuatap.core.shared.ProblemHandler;
import id.satuatap.core.shared.Unauthenticated;
import id.satuatap.core.tenancy.PlatformProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Checks tokens: who signed them, for whom, until when. What their owner may do is decided in {@link AccessFilter}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String AUDIENCE = "platform-core";
    private static final Duration KEYS_WITHIN = Duration.ofSeconds(5);
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}"); // as OpenID Connect bounds it
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, ProblemHandler problems) {
        var refused =
                new ServerAuthenticationEntryPointFailureHandler((exchange, why) -> refuse(problems, exchange, why));
        refused.setRethrowAuthenticationServiceException(false); // identity away is a 503, not a bug of ours
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}).authenticationFailureHandler(refused))
                .build();
    }

    /** Each request is measured once, as a whole ({@link TenantMetrics}), and not once more for each of Spring Security's filters. */
    @Bean
    SecurityObservationSettings measuredOnce() {
        return SecurityObservationSettings.noObservations();
    }

    /** The firewall's own rules, but that header values are looked at without a regular expression: a token is long. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHeaderValues(
                value -> value == null || value.chars().allMatch(SecurityConfiguration::isText));
        return firewall;
    }

    private static boolean isText(int sign) {
        return sign == '\t' || (Character.isDefined(sign) && !Character.isISOControl(sign));
    }

    /** Paths and methods that the firewall turns away are answered in our words, too. */
    @Bean
    ServerExchangeRejectedHandler rejected(ProblemHandler problems) {
        return (exchange, why) -> problems.handle(exchange, new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static Mono<Void> refuse(
            ProblemHandler problems, ServerWebExchange exchange, AuthenticationException refused) {
        return problems.handle(
                exchange,
                refused instanceof AuthenticationServiceException
                        ? new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)
                        : new Unauthenticated("access.token"));
    }

    @Bean
    ReactiveJwtDecoder tokens(PlatformProperties platform) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(platform.identityUrl() + "/oauth2/jwks")
                .webClient(WebClient.builder().filter(new KeySets()).build())
                .build();
        OAuth2TokenValidator<Jwt> times = SecurityConfiguration::notOver;
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                times,
                SecurityConfiguration::notFromTheFuture,
                new JwtIssuerValidator(platform.issuer().toString()),
                new JwtClaimValidator<java.util.List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE)),
                new JwtClaimValidator<Object>("client_id", client -> client instanceof String),
                new JwtClaimValidator<String>(
                        JwtClaimNames.SUB,
                        subject -> subject != null && SUBJECT.matcher(subject).matches())));
        return new VerifiedTokens(
                token -> !isSigned(token)
                        ? Mono.error(new BadJwtException("not a signed token"))
                        : decoder.decode(token)
                                .timeout(KEYS_WITHIN)
                                .onErrorMap(
                                        SecurityConfiguration::identityAway,
                                        away -> new AuthenticationServiceException("no keys", away)),
                times);
    }

    /** Three parts make a signed token; an encrypted one has five, and the decoder would take it for a failure of identity. */
    private static boolean isSigned(String token) {
        return token.chars().filter(sign -> sign == '.').count() == 2;
    }

    private static OAuth2TokenValidatorResult notFromTheFuture(Jwt token) {
        var latest = Instant.now().plus(CLOCK_SKEW);
        return result(Stream.of(token.getIssuedAt(), token.getNotBefore())
                .filter(Objects::nonNull)
                .allMatch(begin -> begin.isBefore(latest)));
    }

    /** Clocks that differ must not make a token valid for longer than it says. */
    private static OAuth2TokenValidatorResult notOver(Jwt token) {
        var end = token.getExpiresAt();
        return result(end != null && end.isAfter(Instant.now()));
    }

    private static OAuth2TokenValidatorResult result(boolean valid) {
        return valid
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
    }

    private static boolean identityAway(Throwable error) {
        return error instanceof IllegalStateException || error instanceof TimeoutException;
    }
}
