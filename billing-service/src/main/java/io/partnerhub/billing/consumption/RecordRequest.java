package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.consumption.Consumed.BillType;
import io.partnerhub.billing.consumption.Consumed.ChargeMode;
import io.partnerhub.billing.consumption.Consumed.What;
import io.partnerhub.billing.performance.Goods;
import io.partnerhub.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A record of consumption as the vendor tells it (13.2). Amounts are decimals in the unit
 * of the currency with up to 12 digits before and 20 behind the point; what is absent is
 * 0.
 *
 * @param id names the record for good, 1–128 visible ASCII characters
 * @param cycle month of billing, YYYY-MM in UTC+8; that of the trade time unless told
 * @param billType CONSUMPTION unless told; refunds and write-offs have negative amounts
 * @param detailType code of the vendor, 1–127; 5 (usage) unless told
 * @param goods what was sold; CLOUD unless told (PER-01, PER-05)
 * @param paidByPartner whether a partner paid for the customer (PER-02)
 * @param serviceType code, 1–64 characters
 * @param tradeId number of the order or transaction
 * @param currency ISO 4217 code of a currency with two decimals
 */
record RecordRequest(
		@NotNull @Pattern(regexp = "[!-~]{1,128}", message = "has 1 to 128 visible ASCII characters") String id,
		@NotNull UUID customerId,
		@Nullable @Pattern(regexp = "2\\d{3}-(0[1-9]|1[0-2])", message = "looks like 2026-03") String cycle,
		@NotNull Instant tradeTime, @NotNull ChargeMode chargeMode, @Nullable BillType billType,
		@Nullable @Min(1) @Max(127) Integer detailType, @Nullable Goods goods, @Nullable Boolean paidByPartner,
		@NotNull @Size(min = 1, max = 64) String serviceType, @Nullable @Size(min = 1, max = 64) String resourceType,
		@Nullable @Size(min = 1, max = 256) String resourceId, @Nullable @Size(min = 1, max = 256) String resourceName,
		@Nullable @Size(min = 1, max = 64) String region, @Nullable @Size(min = 1, max = 256) String product,
		@Nullable @Size(min = 1, max = 64) String tradeId, @Nullable @Valid Used usage,
		@NotNull @Size(min = 3, max = 3) String currency, @NotNull @Valid Split amounts) {

	private static final String DECIMAL = "-?\\d{1,18}(\\.\\d{1,20})?";

	private static final String AMOUNT = "-?\\d{1,12}(\\.\\d{1,20})?";

	private static final String AMOUNT_TEXT = "is a decimal with at most 12 digits before the point";

	private static final int USAGE = 5;

	/**
	 * The record as it is posted.
	 * @param latest the last cycle it can be told for
	 */
	Consumed consumed(int place, BillCycle latest) {
		BillCycle cycle = billCycle();
		refuseAhead("/records/" + place + "/tradeTime", BillCycle.at(this.tradeTime), latest);
		refuseAhead("/records/" + place + "/cycle", cycle, latest);
		if (!FocusRules.isKnown(this.currency)) {
			throw Problem.invalid("/records/" + place + "/currency", "WRONG_VALUE",
					"A currency with two decimals is needed.");
		}
		if (takesBack() && this.amounts.amounts().payable().signum() > 0) {
			throw Problem.invalid("/records/" + place + "/amounts", "OUT_OF_RANGE",
					"Refunds and write-offs have negative amounts.");
		}
		return new Consumed(place + 1L, this.id, null, this.customerId, cycle, this.tradeTime, this.chargeMode,
				(this.billType != null) ? this.billType : BillType.CONSUMPTION,
				(this.detailType != null) ? this.detailType : USAGE, (this.goods != null) ? this.goods : Goods.CLOUD,
				Boolean.TRUE.equals(this.paidByPartner),
				new What(this.serviceType, this.resourceType, this.resourceId, this.resourceName, this.region,
						this.product, this.tradeId),
				decimal((this.usage != null) ? this.usage.amount() : null),
				(this.usage != null) ? this.usage.unit() : null,
				decimal((this.usage != null) ? this.usage.unitPrice() : null), this.currency, this.amounts.amounts());
	}

	private void refuseAhead(String pointer, BillCycle cycle, BillCycle latest) {
		if (cycle.isAfter(latest)) {
			throw Problem.badRequest("CYCLE_OUT_OF_RANGE", "Record " + this.id + " is of a month too far ahead.")
				.with("pointer", pointer)
				.with("to", latest);
		}
	}

	private boolean takesBack() {
		return this.billType == BillType.REFUND || this.billType == BillType.WRITE_OFF;
	}

	private BillCycle billCycle() {
		return (this.cycle != null) ? BillCycle.parse(this.cycle) : BillCycle.at(this.tradeTime);
	}

	private static @Nullable BigDecimal decimal(@Nullable String text) {
		return (text != null) ? new BigDecimal(text) : null;
	}

	/** How much was used, in the unit's name, and the price of one unit. */
	record Used(@NotNull @Pattern(regexp = DECIMAL, message = "is a decimal") String amount,
			@NotNull @Size(min = 1, max = 64) String unit,
			@Nullable @Pattern(regexp = DECIMAL, message = "is a decimal") String unitPrice) {
	}

	/** What it costs by the list, and how it was paid, is owed or was written off. */
	record Split(@NotNull @Pattern(regexp = AMOUNT, message = AMOUNT_TEXT) String official,
			@Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_TEXT) String cash,
			@Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_TEXT) String credit,
			@Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_TEXT) String voucher,
			@Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_TEXT) String cashCoupon,
			@Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_TEXT) String storedValueCard,
			@Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_TEXT) String debt,
			@Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_TEXT) String writeoff) {

		Amounts amounts() {
			return new Amounts(of(this.official), of(this.cash), of(this.credit), of(this.voucher), of(this.cashCoupon),
					of(this.storedValueCard), of(this.debt), of(this.writeoff));
		}

		private static BigDecimal of(@Nullable String text) {
			return (text != null) ? new BigDecimal(text) : BigDecimal.ZERO;
		}

	}

}
