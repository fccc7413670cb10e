package io.partnerhub.customer.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail to be sent.
 *
 * @param discardAt when it is no longer worth sending
 */
public record Mail(UUID partnerId, String recipient, String subject, String body, Instant discardAt) {
}
