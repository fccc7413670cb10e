package io.partnerhub.billing.invoice;

import java.util.UUID;

import io.partnerhub.platform.money.Money;

/**
 * What of an order stands in for an owed invoice (冲抵欠票, INVO-03).
 *
 * @param owing whether the invoice it serves still counts: one that came back is owed
 * nothing
 * @param standing what later refunds of the order left of it
 */
record Offset(UUID id, UUID orderId, String invoiceNumber, boolean owing, Money standing) {
}
