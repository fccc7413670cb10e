package io.partnerhub.customer.sms;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A text message to be sent.
 *
 * @param partnerId the tenant it concerns; none for a customer's own
 * @param mobile in E.164
 * @param discardAt when it is no longer worth sending
 */
public record Sms(@Nullable UUID partnerId, String mobile, String text, Instant discardAt) {
}
