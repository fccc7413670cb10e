package io.partnerhub.customer.preregistration;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Numbers of pre-registration.
 *
 * @param validity how long a prospect stays reserved (PRE-02)
 * @param openLimit most open rows of a partner (PRE-03), 1–10,000
 */
@Validated
@ConfigurationProperties("partnerhub.pre-registrations")
record PreRegistrationSettings(@DefaultValue("15d") Duration validity,
		@DefaultValue("100") @Min(1) @Max(10_000) int openLimit) {
}
