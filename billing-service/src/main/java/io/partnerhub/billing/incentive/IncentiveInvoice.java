package io.partnerhub.billing.incentive;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;

/** One of the invoices a partner submitted for a payment order. */
record IncentiveInvoice(UUID id, UUID paymentOrderId, String number, Money amount, UUID fileId, boolean refused,
		Instant at) {
}
