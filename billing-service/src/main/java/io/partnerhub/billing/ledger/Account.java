package io.partnerhub.billing.ledger;

import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;

/**
 * A balance and who holds it. Only an overdrawable account goes below zero (I-16), and
 * money designated for a purpose (专款专用) is not free to move (ADJ-02).
 *
 * @param holderId the partner or customer
 * @param designated earmarked part of the balance
 */
public record Account(UUID id, Realm realm, OwnerKind ownerKind, UUID holderId, AccountType type, Money balance,
		Money designated, boolean overdrawable) {

	public Money available() {
		return this.balance.minus(this.designated);
	}

	void requireCovers(Money amount) {
		if (!this.overdrawable && available().compareTo(amount) < 0) {
			throw Problem.conflict("ADJUST_BALANCE_INSUFFICIENT", "The balance does not cover the amount.")
				.with("whose", whose())
				.with("available", available());
		}
	}

	private String whose() {
		return (this.ownerKind == OwnerKind.PARTNER && this.realm.isResellers()) ? "RESELLER" : this.ownerKind.name();
	}

}
