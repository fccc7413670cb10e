package io.partnerhub.customer.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose personal data is hidden.
 *
 * @param maskOwnCustomers whether an account manager has to ask for the data of his own
 * customers as everybody else
 */
@ConfigurationProperties("partnerhub.privacy")
record PrivacySettings(@DefaultValue("false") boolean maskOwnCustomers) {
}
