package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.IncentiveEvent.IncentiveConfirmed;
import io.partnerhub.contracts.IncentiveEvent.IncentiveExpired;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a partner earned in a month (激励): an estimate, then a formal bill that the partner
 * confirms and the vendor pays (INC-01). It may be negative (INC-09).
 *
 * @param period month of the bill
 * @param model in which it was earned
 * @param amount with product tax
 * @param applied part of it that pay-outs ask for
 * @param paid part of that which was paid
 * @param lapsed part of it that is void (INC-10)
 * @param taxRate of the products, in percent
 * @param mode chosen for good (INC-03)
 * @param notifiedAt of the formal bill
 * @param validUntil what the vendor said, or follows from the notification
 * @param expiresAt what counts now, as the partner may have left its programme
 */
record Incentive(UUID id, String number, Realm realm, String period, AssociationType model, State state, int version,
		Money amount, Money applied, Money paid, Money lapsed, BigDecimal taxRate, @Nullable Mode mode,
		@Nullable Instant notifiedAt, @Nullable Instant validUntil, @Nullable Instant expiresAt,
		@Nullable Instant confirmedAt, Instant at) {

	/** What can still be asked for. */
	Money left() {
		return this.amount.minus(this.applied).minus(this.lapsed);
	}

	boolean isNegative() {
		return this.amount.minor() < 0;
	}

	boolean isExpired(Instant now) {
		return this.expiresAt != null && !now.isBefore(this.expiresAt);
	}

	/** Whether the vendor tells the same bill. */
	boolean sameAs(Incentive other) {
		return this.realm.equals(other.realm) && this.period.equals(other.period) && this.model == other.model
				&& this.amount.equals(other.amount) && this.taxRate.compareTo(other.taxRate) == 0;
	}

	/** The same told of a known one. */
	Incentive as(UUID id) {
		return new Incentive(id, this.number, this.realm, this.period, this.model, this.state, this.version,
				this.amount, this.applied, this.paid, this.lapsed, this.taxRate, this.mode, this.notifiedAt,
				this.validUntil, this.expiresAt, this.confirmedAt, this.at);
	}

	IncentiveConfirmed confirmed() {
		return new IncentiveConfirmed(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id, this.number,
				this.period, this.amount.amount());
	}

	IncentiveExpired expired(Money amount) {
		return new IncentiveExpired(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id, this.number,
				amount.amount());
	}

	/** 预估, 待确认, 发放中, 发放成功; void once it expired. */
	enum State {

		ESTIMATED, TO_CONFIRM, PAYING, PAID, VOID

	}

}
