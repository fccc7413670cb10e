package io.partnerhub.billing.consumption;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * One line of the monthly summary (13.2): what a customer consumed of a service under one
 * model and account manager, or none.
 */
record SummaryLine(UUID id, BillCycle cycle, UUID customerId, @Nullable UUID accountManagerId,
		AssociationType associationType, String serviceType, int chargeMode, int billType, Figures figures,
		Instant refreshedAt) {
}
