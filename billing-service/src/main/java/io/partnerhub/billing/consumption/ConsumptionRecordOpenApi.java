package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.attribution.Attributions;
import io.partnerhub.billing.consumption.ConsumptionQueries.Found;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.billing.servicetype.ServiceNames;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** One customer's month record by record for integrators (CON-06). */
@RestController
class ConsumptionRecordOpenApi {

	/** More than elsewhere on this face. */
	private static final int MOST = 1000;

	private final ConsumptionQueries queries;

	private final Attributions attributions;

	private final KnownPartners partners;

	private final ServiceNames names;

	ConsumptionRecordOpenApi(ConsumptionQueries queries, Attributions attributions, KnownPartners partners,
			ServiceNames names) {
		this.queries = queries;
		this.attributions = attributions;
		this.partners = partners;
		this.names = names;
	}

	@GetMapping("/v2/bills/subcustomer-bills/res-fee-records")
	@Operation(summary = "ListSubCustomerBillDetail",
			description = "What was consumed in CNY, the one currency of this face; limit 0 to 1000. X-Language en_US answers English names, anything else Chinese ones.")
	Answer list(Caller caller, @RequestHeader(name = "X-Language", required = false) @Nullable String language,
			@ParameterObject @Valid Query query) {
		caller.requireWhole(Permission.VIEW_CUSTOMERS);
		Realm realm = this.partners.actingFor(caller, query.indirectPartnerId());
		RecordFilter filter = query.filter(manager(realm, Wire.filter(query.accountManagerId())));
		Found<ConsumptionRecord> found = this.queries.records(realm, filter,
				Offset.of(query.offset(), query.limit(), 0, MOST));
		Map<UUID, String> logins = this.attributions.logins(realm,
				found.rows()
					.stream()
					.map(ConsumptionRecord::accountManagerId)
					.filter(Objects::nonNull)
					.distinct()
					.toList());
		Map<String, String> named = this.names
			.of(found.rows().stream().map((record) -> record.what().serviceType()).toList(), language);
		return new Answer(found.total(), ConsumptionOpenApi.CNY,
				found.rows().stream().map((record) -> Row.of(record, logins, named)).toList());
	}

	/** A login, or the id of a member whose login was never heard of. */
	private @Nullable UUID manager(Realm realm, @Nullable String login) {
		return (login != null) ? this.attributions.manager(realm, login).orElseGet(() -> Wire.id(login)) : null;
	}

	/** Which records are wanted; an absent or empty filter is none. */
	record Query(@Parameter(name = "bill_cycle") @BindParam("bill_cycle") @NotBlank String billCycle,
			@Parameter(name = "customer_id") @BindParam("customer_id") @NotBlank @Size(max = 64) String customerId,
			@Parameter(name = "service_type_code") @BindParam("service_type_code") @Size(
					max = 64) @Nullable String serviceTypeCode,
			@Parameter(name = "region_code") @BindParam("region_code") @Size(max = 64) @Nullable String regionCode,
			@Parameter(name = "charging_mode") @BindParam("charging_mode") @Nullable Integer chargingMode,
			@Parameter(name = "bill_detail_type") @BindParam("bill_detail_type") @Nullable Integer detailType,
			@Parameter(name = "resource_id") @BindParam("resource_id") @Size(max = 256) @Nullable String resourceId,
			@Parameter(name = "resource_name") @BindParam("resource_name") @Size(
					max = 256) @Nullable String resourceName,
			@Parameter(name = "trade_id") @BindParam("trade_id") @Size(max = 64) @Nullable String tradeId,
			@Parameter(name = "account_manager_id") @BindParam("account_manager_id") @Size(
					max = 64) @Nullable String accountManagerId,
			@Parameter(name = "association_type") @BindParam("association_type") @Nullable String associationType,
			@Nullable Integer offset, @Nullable Integer limit,
			@Parameter(name = "indirect_partner_id") @BindParam("indirect_partner_id") @Size(
					max = 100) @Nullable String indirectPartnerId,
			@Parameter(name = "bill_date_begin") @BindParam("bill_date_begin") @Nullable String begin,
			@Parameter(name = "bill_date_end") @BindParam("bill_date_end") @Nullable String end) {

		RecordFilter filter(@Nullable UUID manager) {
			BillCycle cycle = Cycles.read("/bill_cycle", this.billCycle);
			LocalDate first = day("/bill_date_begin", this.begin, cycle.month());
			LocalDate last = day("/bill_date_end", this.end, cycle.month());
			if ((first == null) != (last == null) || (first != null && last != null && last.isBefore(first))) {
				throw Problem.invalid("/bill_date_end", "WRONG_VALUE", "Both days are given, in their order, or none.");
			}
			return new RecordFilter(cycle, Wire.id(this.customerId), manager, Wire.filter(this.tradeId),
					Wire.filter(this.resourceId), Wire.filter(this.resourceName), Wire.filter(this.serviceTypeCode),
					Wire.filter(this.regionCode), null, type(), this.chargingMode, null, this.detailType, start(first),
					(last != null) ? start(last.plusDays(1)) : null, ConsumptionOpenApi.CNY);
		}

		private @Nullable AssociationType type() {
			if (this.associationType == null || this.associationType.isEmpty()) {
				return null;
			}
			return switch (this.associationType) {
				case "1" -> AssociationType.ADVISORY;
				case "2" -> AssociationType.RESALE;
				default -> throw Problem.invalid("/association_type", "WRONG_VALUE", "It is 1 or 2.");
			};
		}

		private static @Nullable LocalDate day(String pointer, @Nullable String text, YearMonth month) {
			if (text == null || text.isEmpty()) {
				return null;
			}
			try {
				LocalDate day = LocalDate.parse(text);
				if (YearMonth.from(day).equals(month)) {
					return day;
				}
			}
			catch (DateTimeException ex) {
				throw Problem.invalid(pointer, "WRONG_VALUE", "A day looks like 2026-03-01.");
			}
			throw Problem.invalid(pointer, "OUT_OF_RANGE", "The day lies within the cycle.");
		}

		private static @Nullable Instant start(@Nullable LocalDate day) {
			return (day != null) ? day.atStartOfDay(VendorTime.ZONE).toInstant() : null;
		}

	}

	/** The answer of ListSubCustomerBillDetail. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Answer(int totalCount, String currency, List<Row> feeRecords) {
	}

	/** SubCustomerMonthlyBillDetail of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Row(String billCycle, String customerId, String associationType, String serviceTypeCode,
			@Nullable String serviceTypeName, @Nullable String resourceTypeCode, int chargingMode,
			@Nullable String tradeTime, @Nullable String tradeId, String id, int billDetailType,
			@Nullable String resourceId, @Nullable String resourceName, @Nullable String productSpecDesc,
			@Nullable String regionCode, @Nullable String consumeTime, @Nullable BigDecimal usageAmount,
			BigDecimal officialAmount, BigDecimal officialDiscountAmount, BigDecimal paymentAmount,
			BigDecimal cashAmount, BigDecimal creditAmount, BigDecimal couponAmount,
			BigDecimal flexipurchaseCouponAmount, BigDecimal storedValueCardAmount, BigDecimal debtAmount,
			BigDecimal writeoffAmount, @Nullable String accountManagerId, String partnerId) {

		static Row of(ConsumptionRecord record, Map<UUID, String> logins, Map<String, String> names) {
			Consumed.What what = record.what();
			Amounts amounts = record.amounts();
			String time = Wire.time(record.tradeTime());
			return new Row(record.cycle().toString(), record.customerId().toString(), record.associationType().code(),
					what.serviceType(), names.get(what.serviceType()), what.resourceType(), record.chargeMode(), time,
					what.tradeId(), record.reference(), record.detailType(), what.resourceId(), what.resourceName(),
					what.product(), what.region(), time, record.usage(), amounts.official(),
					amounts.official().subtract(amounts.payable()), amounts.payable(), amounts.cash(), amounts.credit(),
					amounts.voucher(), amounts.cashCoupon(), amounts.storedCard(), amounts.debt(), amounts.writeoff(),
					login(record.accountManagerId(), logins), record.partnerId().toString());
		}

		private static @Nullable String login(@Nullable UUID manager, Map<UUID, String> logins) {
			return (manager != null) ? logins.getOrDefault(manager, manager.toString()) : null;
		}

	}

}
