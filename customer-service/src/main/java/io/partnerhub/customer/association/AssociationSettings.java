package io.partnerhub.customer.association;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What depends on the market.
 *
 * @param newAccount how old an account may be that no partner has pre-registered, 1
 * second to 366 days: to be associated at all (ASC-02), and so by an off-line link
 * (INV-06)
 * @param frozenUntilBudget whether a new resale customer is frozen until his first budget
 * (BUD-06): outside mainland China he is
 */
@Validated
@ConfigurationProperties("partnerhub.associations")
public record AssociationSettings(
		@DefaultValue("7d") @DurationMin(seconds = 1) @DurationMax(days = 366) Duration newAccount,
		@DefaultValue("false") boolean frozenUntilBudget) {
}
