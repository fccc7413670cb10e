package io.partnerhub.customer.association;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What depends on the market.
 *
 * @param frozenUntilBudget whether a new resale customer is frozen until his first budget
 * (BUD-06): outside mainland China he is
 */
@ConfigurationProperties("partnerhub.associations")
record AssociationSettings(@DefaultValue("false") boolean frozenUntilBudget) {
}
