package io.partnerhub.platform.remote;

import java.time.Duration;

import feign.Request;
import feign.RequestInterceptor;
import feign.RequestTemplate;
import feign.Retryer;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.partnerhub.platform.caller.InternalTokens;
import io.partnerhub.platform.web.RequestIds;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;
import org.springframework.cloud.openfeign.support.HttpMessageConverterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How services call each other: as themselves, with the trace of the request, 1 s to
 * connect and 2 s to answer, and without retries, which belong to the caller who has an
 * idempotency key.
 */
@Configuration(proxyBeanMethods = false)
public class RemoteConfiguration {

	@Bean
	Remote remote(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
		return new Remote(breakers, bulkheads);
	}

	@Bean
	RequestInterceptor internalToken(InternalTokens tokens) {
		return (request) -> {
			request.header("Authorization", "Bearer " + tokens.own(audience(request)));
			if (MDC.get("traceId") != null) {
				request.header(RequestIds.HEADER, MDC.get("traceId"));
			}
		};
	}

	@Bean
	Request.Options remoteTimeouts() {
		return new Request.Options(Duration.ofSeconds(1), Duration.ofSeconds(2), false);
	}

	@Bean
	Retryer noRetries() {
		return Retryer.NEVER_RETRY;
	}

	/** Made before the first call: several at once would find them half made. */
	@Bean
	FeignHttpMessageConverters remoteConverters(ObjectProvider<ClientHttpMessageConvertersCustomizer> customizers,
			ObjectProvider<HttpMessageConverterCustomizer> cloudCustomizers) {
		FeignHttpMessageConverters converters = new FeignHttpMessageConverters(customizers, cloudCustomizers);
		converters.getConverters();
		return converters;
	}

	/** A client is named after the service it calls. */
	private static String audience(RequestTemplate request) {
		return request.feignTarget().name();
	}

}
