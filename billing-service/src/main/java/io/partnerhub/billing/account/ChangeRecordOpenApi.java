package io.partnerhub.billing.account;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.StatementLine;
import io.partnerhub.billing.ledger.StatementLine.Direction;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The vendor-compatible statements of account (收支明细): the partner's, a reseller's that
 * its distributor names, and the customer's own.
 */
@RestController
class ChangeRecordOpenApi {

	private static final String DETAIL = "SOURCE_OPERATION_";

	private static final String CNY = Money.CNY.getCurrencyCode();

	private static final DateTimeFormatter CYCLE = DateTimeFormatter.ofPattern("yyyy-MM").withZone(VendorTime.ZONE);

	private final KnownPartners partners;

	private final KnownCustomers customers;

	private final Accounts accounts;

	private final Ledger ledger;

	private final ChangePeriods periods;

	ChangeRecordOpenApi(KnownPartners partners, KnownCustomers customers, Accounts accounts, Ledger ledger,
			ChangePeriods periods) {
		this.partners = partners;
		this.customers = customers;
		this.accounts = accounts;
		this.ledger = ledger;
		this.periods = periods;
	}

	@GetMapping("/v2/accounts/partner-accounts/account-change-records")
	@Operation(summary = "ListPartnerAccountChangeRecords")
	PartnerAnswer ofPartner(Caller caller, @ParameterObject ChangeQuery query,
			@RequestParam(name = "indirect_partner_id", required = false) @Nullable String indirectPartnerId) {
		Viewing.requireWholePartner(caller);
		List<Account> own = this.accounts.allOfPartner(this.partners.actingFor(caller, indirectPartnerId));
		Ledger.Found found = find(own, query, null, null);
		return new PartnerAnswer(found.total(), CNY, found.lines().stream().map(PartnerRow::of).toList());
	}

	@GetMapping("/v2/accounts/customer-accounts/account-change-records")
	@Operation(summary = "ListCustomerAccountChangeRecords")
	CustomerAnswer ofCustomer(Caller caller, @ParameterObject ChangeQuery query,
			@RequestParam(name = "revenue_expense_type", required = false) @Nullable String way,
			@RequestParam(name = "trade_id", required = false) @Nullable String tradeId,
			@RequestParam(name = "payment_channel_id", required = false) @Nullable String channel,
			@RequestParam(name = "payment_channel_no", required = false) @Nullable String channelNo) {
		UUID customer = caller.require(Caller.Kind.CUSTOMER).customer();
		boolean byChannel = Wire.filter(channel) != null || Wire.filter(channelNo) != null;
		List<Account> own = this.customers.findActive(customer)
			.filter((known) -> !byChannel)
			.map((known) -> this.accounts.allOfCustomer(known.realm(), customer))
			.orElse(List.of());
		Ledger.Found found = find(own, query, direction(way), Wire.id(tradeId));
		return new CustomerAnswer(found.total(), CNY, found.lines().stream().map(CustomerRow::of).toList());
	}

	/**
	 * What was appropriated came through no channel, so a filter for one finds nothing.
	 */
	private Ledger.Found find(List<Account> own, ChangeQuery query, @Nullable Direction direction,
			@Nullable UUID tradeId) {
		ChangePeriods.Period period = this.periods.of(query.begin(), query.end());
		Offset page = Offset.of(query.offset(), query.limit());
		Optional<Account> account = query.account()
			.flatMap((type) -> own.stream().filter((each) -> each.type() == type).findAny());
		return account.flatMap((each) -> query.filter(each, direction, tradeId, period))
			.map((filter) -> this.ledger.statement(filter, page))
			.orElse(new Ledger.Found(List.of(), 0));
	}

	private static @Nullable Direction direction(@Nullable String way) {
		if (way == null || way.isEmpty()) {
			return null;
		}
		return switch (way) {
			case "REVENUE" -> Direction.INCOME;
			case "EXPENSE" -> Direction.EXPENSE;
			default -> throw Problem.invalid("/revenue_expense_type", "INVALID", "It is REVENUE or EXPENSE.");
		};
	}

	/** The answer of ListPartnerAccountChangeRecords. */
	@JsonNaming(SnakeCaseStrategy.class)
	record PartnerAnswer(int totalCount, String currency, List<PartnerRow> records) {
	}

	/** The answer of ListCustomerAccountChangeRecords. */
	@JsonNaming(SnakeCaseStrategy.class)
	record CustomerAnswer(int totalCount, String currency, List<CustomerRow> records) {
	}

	/** AccountChangeRecord of the vendor; type 1 is income, 2 expense. */
	@JsonNaming(SnakeCaseStrategy.class)
	record PartnerRow(String accountChangeId, String tradeDetailType, String tradeTime, String tradeId,
			String changeAmount, String balanceAfterChange, String type) {

		static PartnerRow of(StatementLine line) {
			return new PartnerRow(line.id().toString(), DETAIL + line.kind(), time(line),
					line.transactionId().toString(), text(line.amount()), text(line.balanceAfter()),
					(line.direction() == Direction.INCOME) ? "1" : "2");
		}

	}

	/** CustomerAccountChangeRecord of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record CustomerRow(String accountChangeId, String tradeDetailType, String tradeTime, String tradeId,
			String changeAmount, String balanceAfterChange, String revenueExpenseType, String billCycle) {

		static CustomerRow of(StatementLine line) {
			return new CustomerRow(line.id().toString(), DETAIL + line.kind(), time(line),
					line.transactionId().toString(), text(line.amount()), text(line.balanceAfter()),
					(line.direction() == Direction.INCOME) ? "REVENUE" : "EXPENSE", CYCLE.format(line.at()));
		}

	}

	private static String time(StatementLine line) {
		return line.at().truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private static String text(Money money) {
		return money.decimal().toPlainString();
	}

}
