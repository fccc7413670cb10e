package io.partnerhub.billing.check;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.payonbehalf.PayRequests;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What money says against ending a link or changing its model (DIS-05): a customer in
 * arrears must be cleared first, and what he asked the partner to pay must be paid,
 * rejected or cancelled (ORD-18). The account kept here decides; who has none has nothing
 * on it.
 */
@Service
class DisassociationChecks {

	private final KnownCustomers customers;

	private final Accounts accounts;

	private final PayRequests requests;

	DisassociationChecks(KnownCustomers customers, Accounts accounts, PayRequests requests) {
		this.customers = customers;
		this.accounts = accounts;
		this.requests = requests;
	}

	@Transactional
	List<Check> of(UUID customerId, UUID partnerId) {
		Money balance = this.customers.findActive(customerId)
			.map(KnownCustomer::realm)
			.filter((realm) -> realm.ownerPartnerId().equals(partnerId))
			.flatMap((realm) -> this.accounts.findOfCustomer(realm, customerId))
			.map(Account::balance)
			.orElse(Money.zero());
		return List.of(Check.arrears(balance), Check.openOrders(openOrders(customerId, partnerId)));
	}

	/** Of whichever realm of the partner the customer is in. */
	private int openOrders(UUID customerId, UUID partnerId) {
		return this.customers.findActive(customerId)
			.map(KnownCustomer::realm)
			.filter((realm) -> realm.ownerPartnerId().equals(partnerId))
			.map((realm) -> this.requests.countOpen(realm, customerId))
			.orElse(0);
	}

}
