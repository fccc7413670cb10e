package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.billing.consumption.ConsumptionQueries.Found;
import io.partnerhub.billing.consumption.ServiceSumStore.ServiceSum;
import io.partnerhub.billing.consumption.SummaryStore.SummaryFilter;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.billing.servicetype.ServiceNames;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Who consumed, and a month in sums, for integrators (CON-04, CON-06): amounts in yuan,
 * as this face knows no other currency.
 */
@RestController
class ConsumptionOpenApi {

	static final String CNY = Money.CNY.getCurrencyCode();

	private final ConsumptionQueries queries;

	private final KnownPartners partners;

	private final ServiceNames names;

	ConsumptionOpenApi(ConsumptionQueries queries, KnownPartners partners, ServiceNames names) {
		this.queries = queries;
		this.partners = partners;
		this.names = names;
	}

	@PostMapping("/v2/bills/subcustomer-bills/res-fee-records/sub-customers/query")
	@Operation(summary = "ListConsumeSubCustomers",
			description = "Those who consumed in CNY, the one currency of this face.")
	Customers customers(Caller caller, @Valid @RequestBody Wanted wanted) {
		caller.requireWhole(Permission.VIEW_CUSTOMERS);
		Realm realm = this.partners.actingFor(caller, null);
		Found<UUID> found = this.queries.customers(realm, Cycles.read("/bill_cycle", wanted.billCycle()), CNY,
				Offset.of(wanted.offset(), wanted.limit()));
		return new Customers(found.rows().stream().map((id) -> new Customer(id.toString())).toList(), found.total());
	}

	@GetMapping("/v2/bills/partner-bills/subcustomer-bills/monthly-sum")
	@Operation(summary = "ListSubcustomerMonthlyBills",
			description = "What was consumed until the last midnight, UTC+8, in CNY. X-Language en_US answers English names, anything else Chinese ones.")
	Sums sums(Caller caller, @RequestHeader(name = "X-Language", required = false) @Nullable String language,
			@ParameterObject @Valid Query query) {
		caller.requireWhole(Permission.VIEW_CUSTOMERS);
		Found<ServiceSum> found = this.queries.sums(this.partners.actingFor(caller, query.indirectPartnerId()),
				query.filter(), Offset.of(query.offset(), query.limit()));
		Map<String, String> named = this.names.of(found.rows().stream().map(ServiceSum::serviceType).toList(),
				language);
		return new Sums(found.rows().stream().map((sum) -> Sum.of(sum, named)).toList(), found.total(), CNY);
	}

	/** Whose consumption is wanted. */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Wanted(@NotBlank @Size(max = 64) String billCycle, @Nullable Integer offset, @Nullable Integer limit) {
	}

	/** The answer of ListConsumeSubCustomers. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Customers(List<Customer> subCustomers, int totalCount) {
	}

	/** SubCustomerInfoV3 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Customer(String customerId) {
	}

	/** Which sums are wanted; an absent or empty filter is none. */
	record Query(@Parameter(name = "customer_id") @BindParam("customer_id") @Size(max = 64) @Nullable String customerId,
			@NotBlank String cycle,
			@Parameter(name = "cloud_service_type") @BindParam("cloud_service_type") @Size(
					max = 64) @Nullable String cloudServiceType,
			@Parameter(name = "charge_mode") @BindParam("charge_mode") @NotBlank String chargeMode,
			@Nullable Integer offset, @Nullable Integer limit,
			@Parameter(name = "bill_type") @BindParam("bill_type") @Nullable String billType,
			@Parameter(name = "indirect_partner_id") @BindParam("indirect_partner_id") @Size(
					max = 100) @Nullable String indirectPartnerId) {

		SummaryFilter filter() {
			return new SummaryFilter(Cycles.read("/cycle", this.cycle), Wire.id(this.customerId),
					Wire.filter(this.cloudServiceType), of("charge_mode", this.chargeMode, List.of(1, 3, 10, 11)),
					of("bill_type", this.billType, List.of(0, 1, 2)), AssociationType.RESALE, CNY);
		}

		private static @Nullable Integer of(String field, @Nullable String text, List<Integer> known) {
			Integer number = Wire.number(field, text);
			if (number != null && !known.contains(number)) {
				throw Problem.invalid("/" + field, "WRONG_VALUE", "There is no such " + field + ".");
			}
			return number;
		}

	}

	/** The answer of ListSubcustomerMonthlyBills. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Sums(List<Sum> billSums, int count, String currency) {
	}

	/** BillSumInfoV2 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Sum(String customerId, String cloudServiceType, @Nullable String cloudServiceTypeName, String billType,
			String chargeMode, BigDecimal amount, BigDecimal debtAmount, BigDecimal adjustmentAmount,
			BigDecimal discountAmount, int measureId, List<Part> accountDetails) {

		static Sum of(ServiceSum line, Map<String, String> names) {
			Figures figures = line.figures();
			String billType = String.valueOf(line.billType());
			return new Sum(line.customerId().toString(), line.serviceType(), names.get(line.serviceType()), billType,
					String.valueOf(line.chargeMode()), figures.payable().decimal(), figures.debt().decimal(),
					figures.writeoff().decimal(), figures.saved().decimal(), 1, Part.of(figures, billType));
		}

	}

	/** BalanceTypeDeductSumV2 of the vendor: one way of payment. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Part(String balanceType, BigDecimal amount, String billType) {

		static List<Part> of(Figures figures, String billType) {
			List<Part> parts = new ArrayList<>();
			add(parts, "BALANCE_TYPE_DEBIT", figures.cash(), billType);
			add(parts, "BALANCE_TYPE_CREDIT", figures.credit(), billType);
			add(parts, "BALANCE_TYPE_COUPON", figures.voucher(), billType);
			add(parts, "BALANCE_TYPE_RCASH_COUPON", figures.cashCoupon(), billType);
			add(parts, "BALANCE_TYPE_STORED_VALUE_CARD", figures.storedValueCard(), billType);
			return parts;
		}

		private static void add(List<Part> parts, String type, Money amount, String billType) {
			if (!amount.isZero()) {
				parts.add(new Part(type, amount.decimal(), billType));
			}
		}

	}

}
