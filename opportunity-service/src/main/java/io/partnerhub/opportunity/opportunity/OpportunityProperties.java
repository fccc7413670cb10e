package io.partnerhub.opportunity.opportunity;

import java.time.ZoneId;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Policy of the deployment.
 *
 * @param refuseDuplicates whether a second open opportunity of the same name for a
 * customer is refused instead of warned about (OPP-18)
 * @param closeOnDisassociation whether open opportunities end with the customer's link
 * (OPP-17)
 * @param maxOpenPerCustomer open opportunities a customer may have, 1–500; all of them
 * are closed and announced in one transaction
 * @param horizonYears how many years ahead dates may lie, 1–100
 * @param zone where "today" is decided
 */
@Validated
@ConfigurationProperties("partnerhub.opportunity")
record OpportunityProperties(@DefaultValue("false") boolean refuseDuplicates,
		@DefaultValue("true") boolean closeOnDisassociation,
		@DefaultValue("500") @Min(1) @Max(500) int maxOpenPerCustomer,
		@DefaultValue("10") @Min(1) @Max(100) int horizonYears, @DefaultValue("Asia/Shanghai") ZoneId zone) {
}
