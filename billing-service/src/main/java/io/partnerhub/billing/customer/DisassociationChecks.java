package io.partnerhub.billing.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What money says against ending a link (DIS-05): a customer in arrears must be cleared
 * first. A balance below zero is what he owes.
 */
@Service
class DisassociationChecks {

	private final KnownCustomers customers;

	private final Accounts accounts;

	DisassociationChecks(KnownCustomers customers, Accounts accounts) {
		this.customers = customers;
		this.accounts = accounts;
	}

	@Transactional
	List<Check> of(UUID customerId, UUID partnerId) {
		Money debt = this.customers.findActive(customerId)
			.map(KnownCustomer::realm)
			.filter((realm) -> realm.ownerPartnerId().equals(partnerId))
			.map((realm) -> debt(realm, customerId))
			.orElse(Money.zero());
		return List.of(arrears(debt));
	}

	private Money debt(Realm realm, UUID customerId) {
		Money balance = this.accounts.findOfCustomer(realm, customerId).map(Account::balance).orElse(Money.zero());
		return (balance.minor() < 0) ? Money.zero().minus(balance) : Money.zero();
	}

	private static Check arrears(Money debt) {
		return new Check(
				"IS_DEBT", debt.isPositive(), debt.isPositive()
						? "The customer is in arrears; appropriate the amount first." : "The customer owes nothing.",
				Map.of("debt", debt));
	}

	/**
	 * One item of the account check.
	 *
	 * @param code name of the item, as in the vendor's fail_check_items
	 * @param failed whether it stands against ending the link
	 * @param facts what a person needs to put it right
	 */
	record Check(String code, boolean failed, String detail, Map<String, Object> facts) {
	}

}
