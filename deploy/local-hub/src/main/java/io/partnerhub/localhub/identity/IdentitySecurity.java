package io.partnerhub.localhub.identity;

import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Who may do what here: front ends on this machine get tokens by authorization code and
 * PKCE after their user has logged in; anybody may register; the launcher comes in by its
 * secret.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class IdentitySecurity {

	private static final Duration CODE_LIFE = Duration.ofMinutes(5);

	@Bean
	@Order(1)
	SecurityFilterChain tokens(HttpSecurity http, TokenClaims claims) {
		http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.oidc(Customizer.withDefaults());
		});
		return http.cors(Customizer.withDefaults())
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((handling) -> handling.defaultAuthenticationEntryPointFor(
					new LoginUrlAuthenticationEntryPoint("/login"), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.ignoringRequestMatchers("/local/**"))
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/login", "/register", "/local/**", "/error")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((login) -> login.loginPage("/login").permitAll())
			.build();
	}

	@Bean
	RegisteredClientRepository clients(IdentitySettings settings) {
		return new InMemoryRegisteredClientRepository(RegisteredClient.withId(IdentitySettings.CLIENT)
			.clientId(IdentitySettings.CLIENT)
			.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUris((uris) -> uris.addAll(redirects()))
			.postLogoutRedirectUris((uris) -> uris.addAll(redirects()))
			.scopes((scopes) -> scopes.addAll(List.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)))
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(TokenSettings.builder()
				.accessTokenTimeToLive(settings.tokenLife())
				.authorizationCodeTimeToLive(CODE_LIFE)
				.build())
			.build());
	}

	@Bean
	AuthorizationServerSettings server(IdentitySettings settings) {
		return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
	}

	@Bean
	JWKSource<SecurityContext> keys(IdentitySettings settings) {
		return new ImmutableJWKSet<>(new JWKSet(settings.key()));
	}

	@Bean
	JwtEncoder encoder(JWKSource<SecurityContext> keys) {
		return new NimbusJwtEncoder(keys);
	}

	@Bean
	JwtDecoder decoder(JWKSource<SecurityContext> keys) {
		return NimbusJwtDecoder.withJwkSource(keys).build();
	}

	@Bean
	TokenClaims claims(Users users) {
		return new TokenClaims(users);
	}

	/** Front ends under development run on this machine at any port. */
	@Bean
	CorsConfigurationSource corsConfigurationSource() {
		CorsConfiguration local = new CorsConfiguration();
		local.setAllowedOriginPatterns(List.of("http://127.0.0.1:[*]", "http://localhost:[*]"));
		local.setAllowedMethods(List.of("GET", "POST"));
		local.setAllowedHeaders(List.of("*"));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", local);
		return source;
	}

	/**
	 * For a loopback address the port of a request is not compared, so these stand for
	 * every port.
	 */
	private static List<String> redirects() {
		return List.of("http://127.0.0.1/callback", "http://127.0.0.1/login/callback", "http://127.0.0.1/",
				"http://localhost:3000/callback", "http://localhost:4200/callback", "http://localhost:5173/callback",
				"http://localhost:8081/callback");
	}

}
