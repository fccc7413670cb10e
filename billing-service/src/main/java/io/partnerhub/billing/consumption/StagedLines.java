package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.partnerhub.billing.performance.PerformanceRules;
import org.jspecify.annotations.Nullable;

/** Records on their way into the database, in the text form of COPY. */
final class StagedLines {

	private static final String ABSENT = "\\N";

	private final StringBuilder text = new StringBuilder();

	private int count;

	int count() {
		return this.count;
	}

	byte[] bytes() {
		return this.text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** One line, in the order of the columns of the stage. */
	void add(Consumed record) {
		Amounts amounts = record.amounts();
		plain(record.line()).text(record.reference()).text(record.subAccount()).id(record.customerId());
		plain(record.cycle().code()).text(record.tradeTime().toString());
		plain(period(record)).plain(record.chargeMode().code())
			.plain(record.billType().code())
			.plain(record.detailType());
		text(record.goods().name()).text(record.partnerPaid() ? "PARTNER" : "CUSTOMER");
		what(record.what());
		decimal(record.usage()).text(record.unit()).decimal(record.unitPrice()).text(record.currency());
		decimal(amounts.official()).decimal(amounts.payable()).decimal(amounts.cash()).decimal(amounts.credit());
		decimal(amounts.voucher()).decimal(amounts.cashCoupon()).decimal(amounts.storedCard()).decimal(amounts.debt());
		decimal(amounts.writeoff())
			.decimal(PerformanceRules.amount(record.goods(), amounts.cash(), amounts.storedCard()));
		this.text.setCharAt(this.text.length() - 1, '\n');
		this.count++;
	}

	private void what(Consumed.What what) {
		text(what.serviceType()).text(what.resourceType()).text(what.resourceId()).text(what.resourceName());
		text(what.region()).text(what.product()).text(what.tradeId());
	}

	private static int period(Consumed record) {
		return new BillCycle(PerformanceRules.period(record.billType() == Consumed.BillType.REFUND,
				record.cycle().month(), record.tradeTime()))
			.code();
	}

	private StagedLines plain(long number) {
		this.text.append(number).append('\t');
		return this;
	}

	private StagedLines id(@Nullable UUID id) {
		this.text.append((id != null) ? id.toString() : ABSENT).append('\t');
		return this;
	}

	private StagedLines decimal(@Nullable BigDecimal value) {
		this.text.append((value != null) ? value.toPlainString() : ABSENT).append('\t');
		return this;
	}

	private StagedLines text(@Nullable String value) {
		if (value == null) {
			this.text.append(ABSENT);
		}
		else {
			escape(value);
		}
		this.text.append('\t');
		return this;
	}

	private void escape(String value) {
		for (int at = 0; at < value.length(); at++) {
			char character = value.charAt(at);
			switch (character) {
				case '\\' -> this.text.append("\\\\");
				case '\t' -> this.text.append("\\t");
				case '\n' -> this.text.append("\\n");
				case '\r' -> this.text.append("\\r");
				default -> this.text.append(character);
			}
		}
	}

}
