package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.incentive.Incentive.State;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor tells of an incentive: an estimate, or the formal bill that the partner
 * confirms (INC-01).
 *
 * @param validUntil of the formal bill, if the vendor sets an end of its own (INC-10)
 */
record IncentiveBill(UUID partnerId, String number, boolean formal, String period, AssociationType model, Money amount,
		BigDecimal taxRate, @Nullable Instant validUntil, List<IncentiveLine> lines) {

	Incentive estimate(Realm realm, Instant now) {
		return incentive(realm, State.ESTIMATED, null, null, null, now);
	}

	Incentive bill(Realm realm, Instant notifiedAt, Instant validUntil, @Nullable Instant expiresAt) {
		return incentive(realm, State.TO_CONFIRM, notifiedAt, validUntil, expiresAt, notifiedAt);
	}

	private Incentive incentive(Realm realm, State state, @Nullable Instant notifiedAt, @Nullable Instant validUntil,
			@Nullable Instant expiresAt, Instant now) {
		return new Incentive(Ids.next(), this.number, realm, this.period, this.model, state, 1, this.amount,
				Money.zero(), Money.zero(), Money.zero(), this.taxRate, null, notifiedAt, validUntil, expiresAt, null,
				now);
	}

}
