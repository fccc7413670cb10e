package io.partnerhub.billing.attribution;

import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * Who had a customer at a moment: his partner, under which model, and the account manager
 * who sees the consumption of that moment (ASG-08).
 *
 * @param performanceManagerId for whom it counts as performance, which may begin later
 * (PER-04)
 */
public record Holder(Realm realm, AssociationType associationType, @Nullable UUID accountManagerId,
		@Nullable UUID performanceManagerId) {
}
