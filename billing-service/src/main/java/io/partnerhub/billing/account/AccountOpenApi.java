package io.partnerhub.billing.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The vendor-compatible view of balances: a partner's own, its resellers' and its resale
 * customers', and a customer's own. The cash account is always there.
 */
@RestController
class AccountOpenApi {

	private static final int YUAN = 1;

	private static final String CNY = Money.CNY.getCurrencyCode();

	private final KnownPartners partners;

	private final KnownCustomers customers;

	private final Accounts accounts;

	AccountOpenApi(KnownPartners partners, KnownCustomers customers, Accounts accounts) {
		this.partners = partners;
		this.customers = customers;
		this.accounts = accounts;
	}

	@GetMapping("/v2/accounts/partner-accounts/balances")
	@Operation(summary = "ListPartnerBalances")
	Balances balances(Caller caller,
			@RequestParam(name = "indirect_partner_id", required = false) @Nullable String indirectPartnerId) {
		Viewing.requireBalance(caller);
		return new Balances(visible(this.accounts.allOfPartner(this.partners.actingFor(caller, indirectPartnerId))));
	}

	@PostMapping("/v2/accounts/customer-accounts/balances/batch-query")
	@Operation(summary = "ListCustomersBalancesDetail")
	CustomerBalances customers(Caller caller, @Valid @RequestBody Query query) {
		Viewing.requireWholePartner(caller);
		Realm realm = this.partners.actingFor(caller, query.indirectPartnerId());
		Set<UUID> wanted = query.customerInfos()
			.stream()
			.flatMap((each) -> Ids.parse(each.customerId()).stream())
			.collect(Collectors.toSet());
		List<UUID> known = this.customers.findActive(wanted, realm)
			.stream()
			.filter((customer) -> customer.associationType() == AssociationType.RESALE)
			.map(KnownCustomer::id)
			.toList();
		Map<UUID, List<Account>> accounts = this.accounts.allOfCustomers(realm, known)
			.stream()
			.collect(Collectors.groupingBy(Account::holderId));
		return new CustomerBalances(known.stream()
			.map((customer) -> CustomerBalance.of(customer, accounts.getOrDefault(customer, List.of())))
			.toList());
	}

	@GetMapping("/v2/accounts/customer-accounts/balances")
	@Operation(summary = "ShowCustomerAccountBalances")
	OwnBalances own(Caller caller) {
		UUID customer = caller.require(Caller.Kind.CUSTOMER).customer();
		List<Account> own = this.customers.findActive(customer)
			.map((known) -> this.accounts.allOfCustomer(known.realm(), customer))
			.orElse(List.of());
		return new OwnBalances(visible(own), owed(own).decimal(), YUAN, CNY);
	}

	/** Accounts that have a number on this face, in its order. */
	private static List<AccountBalance> visible(List<Account> accounts) {
		return accounts.stream()
			.filter((account) -> account.type().code() > 0)
			.sorted((one, other) -> one.type().code() - other.type().code())
			.map(AccountBalance::of)
			.toList();
	}

	private static Money owed(List<Account> accounts) {
		return accounts.stream().map(Account::owed).reduce(Money.zero(), Money::plus);
	}

	/** Whose balances are wanted. */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Query(@NotEmpty @Size(max = 100) List<@NotNull @Valid CustomerInfo> customerInfos,
			@Size(max = 64) @Nullable String indirectPartnerId) {
	}

	/** CustomerInfoV2 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonIgnoreProperties(ignoreUnknown = true)
	record CustomerInfo(@NotBlank @Size(max = 64) String customerId) {
	}

	/** The answer of ListPartnerBalances. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Balances(List<AccountBalance> accountBalances) {
	}

	/** The answer of ListCustomersBalancesDetail; who is not the caller's is left out. */
	@JsonNaming(SnakeCaseStrategy.class)
	record CustomerBalances(List<CustomerBalance> customerBalances) {
	}

	/** The answer of ShowCustomerAccountBalances. */
	@JsonNaming(SnakeCaseStrategy.class)
	record OwnBalances(List<AccountBalance> accountBalances, BigDecimal debtAmount, int measureId, String currency) {
	}

	/** CustomerBalancesV2 of the vendor: what can be spent, and what is owed. */
	@JsonNaming(SnakeCaseStrategy.class)
	record CustomerBalance(String customerId, BigDecimal debtAmount, BigDecimal amount, String currency,
			int measureId) {

		static CustomerBalance of(UUID customer, List<Account> accounts) {
			Money amount = accounts.stream()
				.map(Account::balance)
				.filter(Money::isPositive)
				.reduce(Money.zero(), Money::plus);
			return new CustomerBalance(customer.toString(), owed(accounts).decimal(), amount.decimal(), CNY, YUAN);
		}

	}

	/** AccountBalanceV2 and V3 of the vendor; the line of a credit account beside it. */
	@JsonNaming(SnakeCaseStrategy.class)
	record AccountBalance(String accountId, int accountType, BigDecimal amount, String currency,
			BigDecimal designatedAmount, @Nullable BigDecimal creditAmount, int measureId) {

		static AccountBalance of(Account account) {
			boolean credit = account.type() == AccountType.CREDIT;
			BigDecimal amount = Objects.requireNonNull(credit ? account.available() : account.balance()).decimal();
			return new AccountBalance(account.id().toString(), account.type().code(), amount, CNY,
					account.designated().decimal(), credit ? account.creditLimit().decimal() : null, YUAN);
		}

	}

}
