package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Place;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.Sheet;
import io.partnerhub.billing.partner.KnownPartner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A command whose target is known to be the partner's own, and the accounts it is about.
 * Credit that reaches a customer in arrears pays these first (ADJ-10); cash does so by
 * itself.
 */
record Accepted(AdjustCommand command, String targetName, @Nullable Integer epoch, Place partner, Place target) {

	static Accepted of(AdjustCommand command, KnownCustomer customer) {
		AccountType type = type(command);
		return new Accepted(command, customer.name(), customer.epoch(), Place.ofPartner(command.realm(), type),
				Place.ofCustomer(command.realm(), customer.id(), type));
	}

	static Accepted of(AdjustCommand command, KnownPartner reseller) {
		AccountType type = type(command);
		return new Accepted(command, reseller.name(), null, Place.ofPartner(command.realm(), type),
				Place.ofPartner(reseller.realm(), type));
	}

	private static AccountType type(AdjustCommand command) {
		return AccountType.valueOf(command.wish().type().name());
	}

	/** All accounts that may move. */
	Stream<Place> places() {
		return arrearsFirst() ? Stream.of(this.partner, this.target, cash()) : Stream.of(this.partner, this.target);
	}

	/** Refuses what the payer does not cover (ADJ-02, ADJ-04, ADJ-06). */
	void moveOn(Sheet sheet) {
		boolean gives = this.command.wish().kind() == EntryKind.BEADJUST;
		UUID partner = sheet.account(this.partner).id();
		UUID target = sheet.account(this.target).id();
		Money amount = this.command.wish().amount();
		sheet.move(movement(this.command.wish().kind(), gives ? partner : target, gives ? target : partner, amount));
		if (arrearsFirst()) {
			Money owed = sheet.account(cash()).owed();
			if (owed.isPositive()) {
				sheet.move(movement(EntryKind.ARREARS_CLEARED, target, sheet.account(cash()).id(),
						(owed.compareTo(amount) < 0) ? owed : amount));
			}
		}
	}

	AdjustRecord record(Instant now) {
		Adjustment wish = this.command.wish();
		return new AdjustRecord(Ids.next(), this.command.realm(), wish.target(), wish.targetId(), this.epoch,
				this.targetName, wish.kind(), wish.type(), wish.transactionId(), wish.amount(),
				this.command.caller().subject(), wish.remark(), now);
	}

	private boolean arrearsFirst() {
		return this.command.wish().kind() == EntryKind.BEADJUST && this.target.type() == AccountType.CREDIT;
	}

	private Place cash() {
		Realm realm = this.command.realm();
		return Place.ofCustomer(realm, this.target.holderId(), AccountType.CASH);
	}

	private Movement movement(EntryKind kind, UUID debit, UUID credit, Money amount) {
		return new Movement(this.command.wish().transactionId(), kind, this.command.realm(), debit, credit, amount);
	}

}
