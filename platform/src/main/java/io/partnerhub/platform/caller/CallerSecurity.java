package io.partnerhub.platform.caller;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

import io.partnerhub.platform.problem.Denials;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service accepts nothing but internal tokens, and its internal interface nobody but
 * its peers. Health, metrics and the API description stand open on the port that only the
 * cluster reaches.
 */
@Configuration(proxyBeanMethods = false)
class CallerSecurity {

	private static final String[] OPEN = { "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**" };

	private final Problems problems;

	private final JsonMapper json;

	CallerSecurity(Problems problems, JsonMapper json) {
		this.problems = problems;
		this.json = json;
	}

	@Bean
	JwtDecoder internalTokenDecoder(TokenProperties properties, Clock clock,
			@Value("${spring.application.name}") String service) {
		return new VerifiedTokens(TrustedKeys.decoder(properties, service, clock), clock);
	}

	/** Requests are observed as a whole; what each filter took nobody asks. */
	@Bean
	SecurityObservationSettings observesNoFilters() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	SecurityFilterChain internalTokensOnly(HttpSecurity http, JwtDecoder decoder) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers("/internal/**", "/actuator/**")
				.hasAuthority(Caller.Kind.SERVICE.name())
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server
				.jwt((jwt) -> jwt.decoder(decoder).jwtAuthenticationConverter(CallerSecurity::authentication))
				.authenticationEntryPoint((request, response, ex) -> refuse(request, response,
						Problem.unauthorized("UNAUTHENTICATED", "A valid internal token is required."))))
			.exceptionHandling((handling) -> handling.accessDeniedHandler((request, response, ex) -> refuse(request,
					response, Problem.forbidden("ACCESS_DENIED", "You are not allowed to do this."))))
			.build();
	}

	private static AbstractAuthenticationToken authentication(Jwt token) {
		Caller caller = CallerClaims.read(token);
		JwtAuthenticationToken authentication = new JwtAuthenticationToken(token,
				java.util.List.of(new SimpleGrantedAuthority(caller.kind().name())), caller.subject());
		authentication.setDetails(caller);
		return authentication;
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		Denials.log(request, problem);
		ResponseEntity<Map<String, Object>> answer = this.problems.answer(problem, request.getRequestURI(),
				request.getLocale() != null ? request.getLocale() : Locale.ENGLISH);
		response.setStatus(answer.getStatusCode().value());
		response.setContentType(String.valueOf(answer.getHeaders().getContentType()));
		response.getOutputStream().write(this.json.writeValueAsBytes(answer.getBody()));
	}

}
