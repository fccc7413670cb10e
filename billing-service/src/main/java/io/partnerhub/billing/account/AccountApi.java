package io.partnerhub.billing.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.StatementFilter;
import io.partnerhub.billing.ledger.StatementLine;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Balances and statements (9.1). Everybody in a partner may see its balance (ORG-11) and
 * those who see the whole partner its statement (ORG-09); a customer sees what his
 * present partner appropriated to him.
 */
@RestController
class AccountApi {

	private final Accounts accounts;

	private final Ledger ledger;

	private final KnownCustomers customers;

	AccountApi(Accounts accounts, Ledger ledger, KnownCustomers customers) {
		this.accounts = accounts;
		this.ledger = ledger;
		this.customers = customers;
	}

	@GetMapping("/api/v1/accounts")
	@Operation(summary = "The partner's own accounts: cash always, others once there is money or a line on them")
	Items<PartnerAccount> accounts(Caller caller) {
		Viewing.requireBalance(caller);
		return new Items<>(this.accounts.allOfPartner(Realm.of(caller))
			.stream()
			.map((account) -> PartnerAccount.of(account, caller))
			.toList());
	}

	@GetMapping("/api/v1/accounts/{id}/entries")
	@Operation(summary = "The statement of an account of the partner, newest entry first",
			description = "from is inclusive, to exclusive.")
	Page<StatementLine> entries(Caller caller, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable EntryKind kind,
			@RequestParam(required = false) StatementLine.@Nullable Direction direction,
			@RequestParam(required = false) @Nullable UUID transactionId,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to, PageQuery page) {
		Viewing.requireBalance(caller);
		Account account = this.accounts.allOfPartner(Realm.of(caller))
			.stream()
			.filter((own) -> own.id().equals(id))
			.findAny()
			.orElseThrow(() -> Problem.notFound("account"));
		Viewing.requireWholePartner(caller);
		return this.ledger.statement(new StatementFilter(account, (kind != null) ? Set.of(kind) : Set.of(), direction,
				transactionId, from, to), page);
	}

	@GetMapping("/api/v1/my/accounts")
	@Operation(summary = "The customer's own accounts with his present partner")
	Items<CustomerAccount> myAccounts(Caller caller) {
		UUID customer = caller.require(Caller.Kind.CUSTOMER).customer();
		return new Items<>(this.customers.findActive(customer)
			.stream()
			.flatMap((known) -> this.accounts.allOfCustomer(known.realm(), customer).stream())
			.map(CustomerAccount::of)
			.toList());
	}

	/** All accounts of one holder; there are never more than a few. */
	record Items<T>(List<T> items) {
	}

	/**
	 * An account of a partner.
	 *
	 * @param designated earmarked part of the balance
	 * @param creditLimit the line of a credit account, absent on others
	 * @param available what is free: balance and line without the designated part
	 */
	record PartnerAccount(UUID id, AccountType type, Money balance, Money designated, @Nullable Money creditLimit,
			Money available, List<String> allowedActions) {

		static PartnerAccount of(Account account, Caller caller) {
			return new PartnerAccount(account.id(), account.type(), account.balance(), account.designated(),
					(account.type() == AccountType.CREDIT) ? account.creditLimit() : null, account.available(),
					actions(caller, account.type()));
		}

		private static List<String> actions(Caller caller, AccountType type) {
			boolean appropriable = type == AccountType.CASH || type == AccountType.CREDIT;
			return (appropriable && caller.mayWhole(Permission.APPROPRIATE)) ? List.of("APPROPRIATE") : List.of();
		}

	}

	/** An account of a customer. */
	record CustomerAccount(UUID id, AccountType type, Money balance) {

		static CustomerAccount of(Account account) {
			return new CustomerAccount(account.id(), account.type(), account.balance());
		}

	}

}
