package io.partnerhub.billing.check;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What money says against a new link (ASC-02, ASC-03, ASC-04): a customer in arrears with
 * any partner of the hub pays first.
 */
@Service
class AssociationChecks {

	private final Accounts accounts;

	AssociationChecks(Accounts accounts) {
		this.accounts = accounts;
	}

	@Transactional(readOnly = true)
	List<Check> of(UUID customerId, UUID partnerId) {
		List<Account> accounts = this.accounts.allOfCustomer(customerId);
		List<Account> ofPartner = accounts.stream()
			.filter((account) -> account.realm().ownerPartnerId().equals(partnerId))
			.toList();
		return List.of(Check.arrears(owed(accounts), owed(ofPartner)), Check.credit());
	}

	private static Money owed(List<Account> accounts) {
		return accounts.stream().map(Account::owed).reduce(Money.zero(), Money::plus);
	}

}
