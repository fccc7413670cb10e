package io.partnerhub.gateway.peer;

import java.util.Optional;

import io.partnerhub.gateway.answer.Refusal;
import io.partnerhub.platform.caller.InternalTokens;
import io.partnerhub.platform.web.RequestIds;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Asks a service who somebody is, as the gateway itself. No answer is 503, never a guess.
 */
@Component
public class Peers {

	private static final Logger log = LoggerFactory.getLogger(Peers.class);

	private final RestClient http;

	private final ServiceAddresses addresses;

	private final InternalTokens tokens;

	Peers(CloseableHttpClient http, CallProperties calls, ServiceAddresses addresses, InternalTokens tokens) {
		HttpComponentsClientHttpRequestFactory requests = new HttpComponentsClientHttpRequestFactory(http);
		requests.setReadTimeout(calls.lookupTimeout());
		DefaultUriBuilderFactory uris = new DefaultUriBuilderFactory();
		uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.VALUES_ONLY);
		this.http = RestClient.builder().requestFactory(requests).uriBuilderFactory(uris).build();
		this.addresses = addresses;
		this.tokens = tokens;
	}

	/** The answer, empty if the service knows of none. */
	public <T> Optional<T> find(Service service, Class<T> answer, String path, Object... values) {
		try {
			return this.http.get().uri(this.addresses.of(service) + path, values).headers((headers) -> {
				headers.setBearerAuth(this.tokens.own(service.processName()));
				headers.set(RequestIds.HEADER, String.valueOf(MDC.get("traceId")));
			}).exchange((request, response) -> {
				if (response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
					return Optional.empty();
				}
				if (!response.getStatusCode().is2xxSuccessful()) {
					throw new RestClientException("answered " + response.getStatusCode());
				}
				return Optional.ofNullable(response.bodyTo(answer));
			});
		}
		catch (RestClientException ex) {
			log.warn("{} did not say who the caller is: {}", service.processName(), ex.getMessage());
			throw Refusal.unavailable("Who you are cannot be checked at the moment; nothing was done.");
		}
	}

}
