package io.partnerhub.gateway.peer;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One pool of connections to the services. It neither retries nor redirects: what a
 * missing answer means is decided by the caller.
 */
@Configuration(proxyBeanMethods = false)
class PeerConnections {

	/** Shorter than the services keep an idle connection open. */
	private static final TimeValue IDLE = TimeValue.ofSeconds(15);

	/**
	 * A connection idle for longer is probed first, so that a restarted service is no
	 * riddle.
	 */
	private static final TimeValue ASKED_AGAIN = TimeValue.ofMilliseconds(100);

	@Bean
	CloseableHttpClient peerHttp(CallProperties calls) {
		Timeout connect = Timeout.of(calls.connectTimeout());
		Timeout read = Timeout.of(calls.readTimeout());
		return HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(calls.connections())
				.setMaxConnTotal(calls.connections() * Service.values().length)
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(connect)
					.setSocketTimeout(read)
					.setValidateAfterInactivity(ASKED_AGAIN)
					.build())
				.setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
				.build())
			.setDefaultRequestConfig(
					RequestConfig.custom().setConnectionRequestTimeout(connect).setResponseTimeout(read).build())
			.evictIdleConnections(IDLE)
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.disableDefaultUserAgent()
			.build();
	}

}
