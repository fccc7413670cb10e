package io.partnerhub.billing.attribution;

import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * For whom a customer's consumption of one moment counts (ASG-09): his partner of then,
 * under the model of then, and the account manager whose period contains the moment, or
 * none.
 */
public record Attribution(UUID customerId, Realm realm, AssociationType associationType, int epoch,
		@Nullable UUID accountManagerId) {
}
