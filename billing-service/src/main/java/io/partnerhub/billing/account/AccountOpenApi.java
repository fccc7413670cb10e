package io.partnerhub.billing.account;

import java.math.BigDecimal;
import java.util.List;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The vendor-compatible view of a partner's accounts; the cash account is always there.
 */
@RestController
class AccountOpenApi {

	private static final int YUAN = 1;

	private final KnownPartners partners;

	private final Accounts accounts;

	AccountOpenApi(KnownPartners partners, Accounts accounts) {
		this.partners = partners;
		this.accounts = accounts;
	}

	@GetMapping("/v2/accounts/partner-accounts/balances")
	@Operation(summary = "ListPartnerBalances")
	Balances balances(Caller caller,
			@RequestParam(name = "indirect_partner_id", required = false) @Nullable String indirectPartnerId) {
		caller.require(Caller.Kind.PARTNER).require(Permission.VIEW_BALANCE);
		Account cash = this.accounts.ofPartner(this.partners.actingFor(caller, indirectPartnerId));
		return new Balances(List.of(AccountBalance.of(cash)));
	}

	/** The answer of ListPartnerBalances. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Balances(List<AccountBalance> accountBalances) {
	}

	/** AccountBalanceV2 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record AccountBalance(String accountId, int accountType, BigDecimal amount, String currency,
			BigDecimal designatedAmount, int measureId) {

		static AccountBalance of(Account account) {
			return new AccountBalance(account.id().toString(), account.type().code(), account.balance().decimal(),
					account.balance().currency().getCurrencyCode(), account.designated().decimal(), YUAN);
		}

	}

}
