package io.partnerhub.billing.ledger;

import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A balance and who holds it. Only an overdrawable account goes below zero, a credit
 * account down to its line (I-16), and money designated for a purpose (专款专用) is not free
 * to move (ADJ-02).
 *
 * @param holderId the partner or customer
 * @param designated earmarked part of the balance
 * @param creditLimit how far below zero a partner's credit account may go
 * @param alertBelow below what free cash the partner wants to be told, if at all
 * @param entries how many entries it has, which is the sequence of the latest
 */
public record Account(UUID id, Realm realm, OwnerKind ownerKind, UUID holderId, AccountType type, Money balance,
		Money designated, Money creditLimit, boolean overdrawable, @Nullable Money alertBelow, long entries) {

	/** What is free to move. */
	public Money available() {
		return this.balance.plus(this.creditLimit).minus(this.designated);
	}

	/** What is below zero. */
	public Money owed() {
		return Money.ofMinor(Math.max(0, -this.balance.minor()));
	}

	/** Whether less is free than the partner wants to have. */
	boolean isLow() {
		return this.alertBelow != null && available().compareTo(this.alertBelow) < 0;
	}

	Place place() {
		return new Place(this.realm, this.ownerKind, this.holderId, this.type);
	}

	/** The same account once one of its two sides was this one. */
	Account after(Movement movement) {
		Money balance = this.id.equals(movement.debit()) ? this.balance.minus(movement.amount())
				: this.balance.plus(movement.amount());
		return new Account(this.id, this.realm, this.ownerKind, this.holderId, this.type, balance, this.designated,
				this.creditLimit, this.overdrawable, this.alertBelow, this.entries + 1);
	}

	void requireCovers(Money amount) {
		if (!this.overdrawable && available().compareTo(amount) < 0) {
			throw Problem.conflict("ADJUST_BALANCE_INSUFFICIENT", "The balance does not cover the amount.")
				.with("whose", whose())
				.with("available", available());
		}
	}

	private String whose() {
		return (this.ownerKind == OwnerKind.PARTNER && !this.realm.isFirstTier()) ? "RESELLER" : this.ownerKind.name();
	}

}
