package io.partnerhub.customer.verification;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long codes live, how often they may be tried and sent (INV-12).
 *
 * @param life unless asked otherwise, 1–60 minutes
 * @param tries until a code is worth nothing, 1–10
 * @param perRecipient codes to one mobile number or e-mail address
 * @param perPerson codes one member or customer asks for
 * @param perPartner codes one partner's platform asks for
 */
@Validated
@ConfigurationProperties("partnerhub.verification-codes")
record CodeSettings(@DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(minutes = 60) Duration life,
		@DefaultValue("3") @Min(1) @Max(10) int tries, @DefaultValue @Valid PerRecipient perRecipient,
		@DefaultValue @Valid PerPerson perPerson, @DefaultValue @Valid PerPartner perPartner) {

	/** Codes to one recipient within an hour and a day. */
	record PerRecipient(@DefaultValue("15") @Min(1) @Max(1000) int hourly,
			@DefaultValue("60") @Min(1) @Max(10_000) int daily) {
	}

	/** Codes one person asks for within an hour and a day. */
	record PerPerson(@DefaultValue("30") @Min(1) @Max(1000) int hourly,
			@DefaultValue("120") @Min(1) @Max(10_000) int daily) {
	}

	/** Codes one partner's platform asks for within an hour and a day. */
	record PerPartner(@DefaultValue("3000") @Min(1) @Max(100_000) int hourly,
			@DefaultValue("30000") @Min(1) @Max(1_000_000) int daily) {
	}

}
