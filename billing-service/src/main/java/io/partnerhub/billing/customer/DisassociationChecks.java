package io.partnerhub.billing.customer;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What money says against ending a link (DIS-05): a customer in arrears must be cleared
 * first. The account kept here decides; who has none has nothing on it.
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
		Money balance = this.customers.findActive(customerId)
			.map(KnownCustomer::realm)
			.filter((realm) -> realm.ownerPartnerId().equals(partnerId))
			.flatMap((realm) -> this.accounts.findOfCustomer(realm, customerId))
			.map(Account::balance)
			.orElse(Money.zero());
		return List.of(Check.arrears(balance));
	}

}
