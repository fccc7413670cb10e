package io.partnerhub.customer.mail;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param partnerId the tenant it concerns; none for a customer's own code
 * @param discardAt when it is no longer worth sending
 */
public record Mail(@Nullable UUID partnerId, String recipient, String subject, String body, Instant discardAt) {
}
