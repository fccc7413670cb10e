package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;

import io.partnerhub.billing.consumption.Consumed.BillType;
import io.partnerhub.billing.consumption.Consumed.ChargeMode;
import io.partnerhub.billing.consumption.Consumed.What;
import io.partnerhub.billing.performance.Goods;
import io.partnerhub.platform.Ids;

/**
 * What a row of a FOCUS 1.x file means here. What was billed was paid in cash unless the
 * vendor's own columns ({@code x_…}) tell how; a negative cost is a refund, a negative
 * adjustment a write-off.
 */
final class FocusRules {

	/** What FOCUS 1.x knows. */
	private static final Set<String> CATEGORIES = Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment");

	private static final int NEW = 1;

	private static final int REFUND = 4;

	private static final int USAGE = 5;

	private static final int ADJUSTMENT = 16;

	private FocusRules() {
	}

	/**
	 * Reads one row.
	 * @param file stands for the file, where its rows have no id of their own
	 * @param latest the last cycle that consumption can be told for
	 */
	static Consumed consumed(FocusRow row, String file, BillCycle latest) {
		BillCycle cycle = cycle(row, latest);
		BigDecimal billed = row.amount("BilledCost");
		String category = category(row);
		String account = row.key("SubAccountId");
		return new Consumed(row.line(), reference(row, cycle, file), account,
				(account != null) ? Ids.parse(account).orElse(null) : null, cycle, begin(row, latest),
				chargeMode(row, category), billType(category, billed), detailType(category, billed),
				goods(row, category), "PARTNER".equals(row.text("x_PaidBy")),
				new What(row.required("ServiceName"), row.text("ResourceType"), row.text("ResourceId"),
						row.text("ResourceName"), row.text("RegionId"), row.text("SkuId"), row.text("x_OrderId")),
				row.decimal("ConsumedQuantity"), row.text("ConsumedUnit"), row.decimal("ListUnitPrice"), currency(row),
				amounts(row, billed));
	}

	/**
	 * Rows with an id are known by it within their account and month, others by the
	 * content of their file and their place in it.
	 */
	private static String reference(FocusRow row, BillCycle cycle, String file) {
		String id = row.key("x_RecordId");
		if (id == null) {
			id = row.key("Id");
		}
		return (id != null) ? row.required("BillingAccountId") + "/" + cycle + "/" + id : file + "/" + row.line();
	}

	private static BillCycle cycle(FocusRow row, BillCycle latest) {
		String text = row.required("BillingPeriodStart");
		try {
			return notAhead(row, BillCycle.parse(text.substring(0, Math.min(7, text.length()))), latest);
		}
		catch (IllegalArgumentException ex) {
			throw row.wrong("NOT_A_MONTH", "BillingPeriodStart: " + text);
		}
	}

	private static String category(FocusRow row) {
		String category = row.required("ChargeCategory");
		if (!CATEGORIES.contains(category)) {
			throw row.wrong("NOT_A_CATEGORY", "ChargeCategory: " + category);
		}
		return category;
	}

	/** When the charge begins, which is no later than it ends. */
	private static Instant begin(FocusRow row, BillCycle latest) {
		Instant begin = time(row, "ChargePeriodStart", row.required("ChargePeriodStart"));
		notAhead(row, BillCycle.at(begin), latest);
		String end = row.text("ChargePeriodEnd");
		if (end != null && time(row, "ChargePeriodEnd", end).isBefore(begin)) {
			throw row.wrong("PERIOD_REVERSED", "ChargePeriodEnd: " + end);
		}
		return begin;
	}

	private static BillCycle notAhead(FocusRow row, BillCycle cycle, BillCycle latest) {
		if (cycle.isAfter(latest)) {
			throw row.wrong("CYCLE_OUT_OF_RANGE", cycle.toString());
		}
		return cycle;
	}

	private static Instant time(FocusRow row, String column, String text) {
		try {
			String iso = text.replace(' ', 'T');
			Instant time = Instant.parse(iso.endsWith("Z") ? iso : iso + "Z");
			if (iso.charAt(0) == '2') {
				return time;
			}
		}
		catch (DateTimeException ex) {
			throw row.wrong("NOT_A_TIME", column + ": " + text);
		}
		throw row.wrong("NOT_A_TIME", column + ": " + text);
	}

	private static String currency(FocusRow row) {
		String code = row.required("BillingCurrency");
		if (!isKnown(code)) {
			throw row.wrong("NOT_A_CURRENCY", code);
		}
		return code;
	}

	/** Figures are booked with two decimals, so a currency must have them. */
	static boolean isKnown(String currency) {
		try {
			return Currency.getInstance(currency).getDefaultFractionDigits() == 2;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static ChargeMode chargeMode(FocusRow row, String category) {
		if ("Savings Plan".equals(row.text("CommitmentDiscountType"))) {
			return ChargeMode.SAVINGS_PLAN;
		}
		return category.equals("Purchase") ? ChargeMode.SUBSCRIPTION : ChargeMode.PAY_PER_USE;
	}

	private static BillType billType(String category, BigDecimal billed) {
		if (billed.signum() >= 0) {
			return BillType.CONSUMPTION;
		}
		return category.equals("Adjustment") ? BillType.WRITE_OFF : BillType.REFUND;
	}

	private static int detailType(String category, BigDecimal billed) {
		return switch (category) {
			case "Purchase" -> (billed.signum() < 0) ? REFUND : NEW;
			case "Adjustment" -> ADJUSTMENT;
			default -> (billed.signum() < 0) ? REFUND : USAGE;
		};
	}

	private static Goods goods(FocusRow row, String category) {
		String told = row.text("x_Goods");
		if (told == null) {
			return category.equals("Tax") ? Goods.TAX : Goods.CLOUD;
		}
		return goods(row, told, Goods.values());
	}

	private static Goods goods(FocusRow row, String told, Goods[] known) {
		for (Goods goods : known) {
			if (goods.name().equals(told)) {
				return goods;
			}
		}
		throw row.wrong("NOT_GOODS", told);
	}

	private static Amounts amounts(FocusRow row, BigDecimal billed) {
		BigDecimal official = row.amount("ListCost");
		if (row.text("x_CashAmount") == null) {
			return Amounts.ofCash(official, billed);
		}
		Amounts told = new Amounts(official, row.amount("x_CashAmount"), row.amount("x_CreditAmount"),
				row.amount("x_VoucherAmount"), row.amount("x_CashCouponAmount"), row.amount("x_StoredValueCardAmount"),
				row.amount("x_DebtAmount"), row.amount("x_WriteoffAmount"));
		if (told.payable().compareTo(billed) != 0) {
			throw row.wrong("SPLIT_DIFFERS", "BilledCost: " + billed.toPlainString());
		}
		return told;
	}

}
