package io.partnerhub.customer.preregistration;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Numbers and choices of pre-registration.
 *
 * @param validity how long a prospect stays reserved (PRE-02)
 * @param openLimit most open rows of a partner (PRE-03), 1–10,000
 * @param newAccountAge how old an account may be without a review (PRE-05)
 * @param country where the partners are, ISO 3166-1 alpha-2
 * @param reviewForeignCountry whether a customer in another country is reviewed (INTL,
 * EU)
 * @param cashConsumptionNotFollowed what becomes of a customer with cash consumption whom
 * direct sales do not follow (C15)
 * @param cashConsumptionFollowed and of one whom they follow
 */
@Validated
@ConfigurationProperties("partnerhub.pre-registrations")
record PreRegistrationSettings(@DefaultValue("15d") Duration validity,
		@DefaultValue("100") @Min(1) @Max(10_000) int openLimit, @DefaultValue("7d") Duration newAccountAge,
		@DefaultValue("CN") @Pattern(regexp = "[A-Z]{2}") String country,
		@DefaultValue("false") boolean reviewForeignCountry,
		@DefaultValue("EXCLUDE") Treatment cashConsumptionNotFollowed,
		@DefaultValue("REVIEW") Treatment cashConsumptionFollowed) {

	/** Whether cash consumption is no obstacle at all. */
	boolean ignoresCash() {
		return this.cashConsumptionFollowed == Treatment.ACCEPT && this.cashConsumptionNotFollowed == Treatment.ACCEPT;
	}

	/** What becomes of a customer in whom a predicate holds. */
	enum Treatment {

		EXCLUDE, REVIEW, ACCEPT

	}

}
