package io.partnerhub.billing.account;

import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credit lines, bonus and deposit come from the vendor (9.1); bonus and deposit are money
 * of their own kind that nobody appropriates or withdraws.
 */
@Service
class VendorPostings {

	/** What has rows of its own beside the ledger is not taken back here. */
	private static final Set<EntryKind> REVERSIBLE = Set.of(EntryKind.BONUS, EntryKind.DEPOSIT,
			EntryKind.DEPOSIT_RETURNED);

	private final KnownPartners partners;

	private final Accounts accounts;

	private final Ledger ledger;

	VendorPostings(KnownPartners partners, Accounts accounts, Ledger ledger) {
		this.partners = partners;
		this.accounts = accounts;
		this.ledger = ledger;
	}

	@Transactional
	Account grantCredit(UUID partnerId, Money limit) {
		return this.ledger.grant(this.accounts.ofPartner(this.partners.get(partnerId).realm(), AccountType.CREDIT),
				limit);
	}

	@Transactional
	Posted post(UUID partnerId, Kind kind, Money amount, UUID transactionId) {
		Realm realm = this.partners.get(partnerId).realm();
		UUID own = this.accounts.ofPartner(realm, kind.account()).id();
		UUID outside = this.accounts.clearing(realm).id();
		boolean in = kind != Kind.DEPOSIT_RETURNED;
		this.ledger
			.move(new Movement(transactionId, kind.entry(), realm, in ? outside : own, in ? own : outside, amount));
		return new Posted(transactionId, kind.entry(), amount);
	}

	@Transactional
	Posted reverse(UUID entry) {
		Movement correction = this.ledger.reverse(entry, Ids.next(), REVERSIBLE);
		return new Posted(correction.transactionId(), correction.kind(), correction.amount());
	}

	/** What the vendor posts. */
	enum Kind {

		BONUS(AccountType.BONUS), DEPOSIT(AccountType.DEPOSIT), DEPOSIT_RETURNED(AccountType.DEPOSIT);

		private final AccountType account;

		Kind(AccountType account) {
			this.account = account;
		}

		AccountType account() {
			return this.account;
		}

		EntryKind entry() {
			return EntryKind.valueOf(name());
		}

	}

	/** What was posted. */
	record Posted(UUID transactionId, EntryKind kind, Money amount) {
	}

}
