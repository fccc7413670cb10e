package io.partnerhub.billing.consumption;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.billing.performance.Goods;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The detail of what customers consumed, for a partner's people (CON-01, 13.2). */
@RestController
class ConsumptionRecordApi {

	private final ConsumptionQueries queries;

	private final KnownPartners partners;

	ConsumptionRecordApi(ConsumptionQueries queries, KnownPartners partners) {
		this.queries = queries;
		this.partners = partners;
	}

	@GetMapping("/api/v1/consumption/records")
	@Operation(summary = "The records of a month, those posted last first",
			description = "cycle is YYYY-MM in UTC+8, at most 18 months back. from is inclusive, to exclusive, both of the "
					+ "trade time. subAccount is the account as cost files name it. Of the partner itself, or of the "
					+ "reseller named by indirectPartnerId.")
	Page<View> list(Caller caller, @RequestParam String cycle,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable UUID accountManagerId,
			@RequestParam(required = false) @Nullable String tradeId,
			@RequestParam(required = false) @Nullable String resourceId,
			@RequestParam(required = false) @Nullable String resourceName,
			@RequestParam(required = false) @Nullable String serviceType,
			@RequestParam(required = false) @Nullable String region,
			@RequestParam(required = false) @Nullable String subAccount,
			@RequestParam(required = false) @Nullable AssociationType associationType,
			@RequestParam(required = false) @Nullable Integer chargeMode,
			@RequestParam(required = false) @Nullable Integer billType,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId, PageQuery page) {
		Sight sight = Sight.of(caller, this.partners.realmOf(caller, indirectPartnerId));
		RecordFilter filter = new RecordFilter(Cycles.read(cycle), customerId, accountManagerId, tradeId, resourceId,
				resourceName, serviceType, region, subAccount, associationType, Codes.chargeMode(chargeMode),
				Codes.billType(billType), null, from, to, null);
		return this.queries.records(sight, filter, page).map(View::of);
	}

	/**
	 * A record.
	 *
	 * @param recordId as the vendor named it
	 * @param accountManagerId for whom it counts, absent for none
	 * @param chargeMode 1 subscription, 3 pay-per-use, 10 reserved instance, 11 savings
	 * plan
	 * @param billType 0 consumption, 1 refund, 2 write-off
	 */
	record View(UUID id, String recordId, BillCycle cycle, Instant tradeTime, UUID customerId,
			@Nullable UUID accountManagerId, AssociationType associationType, int chargeMode, int billType,
			int detailType, Goods goods, boolean paidByPartner, String serviceType, @Nullable String resourceType,
			@Nullable String resourceId, @Nullable String resourceName, @Nullable String region,
			@Nullable String product, @Nullable String tradeId, @Nullable Used usage, String currency, Exact amounts) {

		static View of(ConsumptionRecord record) {
			Consumed.What what = record.what();
			return new View(record.id(), record.reference(), record.cycle(), record.tradeTime(), record.customerId(),
					record.accountManagerId(), record.associationType(), record.chargeMode(), record.billType(),
					record.detailType(), record.goods(), record.paidByPartner(), what.serviceType(),
					what.resourceType(), what.resourceId(), what.resourceName(), what.region(), what.product(),
					what.tradeId(), Used.of(record), record.currency(), Exact.of(record.amounts()));
		}

	}

	/** How much was used, and the price of one unit, with all digits. */
	record Used(String amount, @Nullable String unit, @Nullable String unitPrice) {

		static @Nullable Used of(ConsumptionRecord record) {
			return (record.usage() == null) ? null : new Used(record.usage().toPlainString(), record.unit(),
					(record.unitPrice() != null) ? record.unitPrice().toPlainString() : null);
		}

	}

	/** Amounts in the unit of the currency, with all digits. */
	record Exact(String official, String payable, String cash, String credit, String voucher, String cashCoupon,
			String storedValueCard, String debt, String writeoff) {

		static Exact of(Amounts amounts) {
			return new Exact(amounts.official().toPlainString(), amounts.payable().toPlainString(),
					amounts.cash().toPlainString(), amounts.credit().toPlainString(), amounts.voucher().toPlainString(),
					amounts.cashCoupon().toPlainString(), amounts.storedCard().toPlainString(),
					amounts.debt().toPlainString(), amounts.writeoff().toPlainString());
		}

	}

}
