package io.partnerhub.gateway.peer;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Base URLs of the services. */
@ConfigurationProperties("partnerhub.services")
public record ServiceAddresses(URI customer, URI coupon, URI opportunity, URI billing, URI program) {

	public URI of(Service service) {
		return switch (service) {
			case CUSTOMER -> this.customer;
			case COUPON -> this.coupon;
			case OPPORTUNITY -> this.opportunity;
			case BILLING -> this.billing;
			case PROGRAM -> this.program;
		};
	}

}
