package io.partnerhub.billing.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How order lists are shown.
 *
 * @param shownMonths of orders that a list without a time range shows (ORD-03)
 * @param longestMonths of one time range (ORD-03)
 * @param maskOwnCustomers whether an account manager has to ask for the names of his own
 * customers as everybody else
 */
@Validated
@ConfigurationProperties("partnerhub.order-list")
record OrderSettings(@DefaultValue("6") @Min(1) @Max(12) int shownMonths,
		@DefaultValue("12") @Min(1) @Max(24) int longestMonths, @DefaultValue("false") boolean maskOwnCustomers) {
}
