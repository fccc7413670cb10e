package io.partnerhub.billing.provider;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Third-party payment.
 *
 * @param channels by which can be paid (ORD-08)
 * @param marketplaceChannels by which goods of the marketplace can be paid (ORD-08)
 * @param payWithin how long a payer has before the provider closes the payment
 * @param askAfter how long the provider has for its answer before it is asked
 * @param runEvery how often due instructions are looked for, at least 1 s
 * @param perRun instructions of one run, 1–500
 * @param redirectBase where the simulated provider sends payers, before the instruction
 * id
 * @param answersAfter how late the simulated provider is where it answers late
 */
@Validated
@ConfigurationProperties("partnerhub.provider")
record ProviderSettings(@DefaultValue( {
		"ALIPAY", "WECHAT", "UNIONPAY", "HUAWEI_PAY", "PETAL_PAY" }) @NotEmpty Set<String> channels,
		@DefaultValue("PETAL_PAY") @NotEmpty Set<String> marketplaceChannels, @DefaultValue("30m") Duration payWithin,
		@DefaultValue("30s") Duration askAfter, @DefaultValue("2s") Duration runEvery,
		@DefaultValue("50") @Min(1) @Max(500) int perRun,
		@DefaultValue("https://pay.partner-hub.example/") String redirectBase,
		@DefaultValue("5s") Duration answersAfter){
}
