package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.partnerhub.billing.performance.Goods;
import io.partnerhub.billing.performance.PerformanceRules;
import org.jspecify.annotations.Nullable;

/**
 * One record of consumption as the vendor tells it, before it is known whose it is.
 *
 * @param line its place in the file or batch, from 1
 * @param reference names the record for good; the same one counts once
 * @param subAccount the customer as the vendor's cost files name him
 * @param customerId the customer as the hub names him, if the vendor does
 * @param detailType code of the vendor: 1 new, 4 refund, 5 usage, 16 adjustment …
 * @param partnerPaid whether a partner paid for the customer (PER-02)
 */
record Consumed(long line, String reference, @Nullable String subAccount, @Nullable UUID customerId, BillCycle cycle,
		Instant tradeTime, ChargeMode chargeMode, BillType billType, int detailType, Goods goods, boolean partnerPaid,
		What what, @Nullable BigDecimal usage, @Nullable String unit, @Nullable BigDecimal unitPrice, String currency,
		Amounts amounts) {

	/** Times are kept to the microsecond. */
	Consumed {
		tradeTime = tradeTime.truncatedTo(ChronoUnit.MICROS);
	}

	/** How much of it is performance. */
	BigDecimal performance() {
		return PerformanceRules.amount(this.goods, this.amounts.cash(), this.amounts.storedCard());
	}

	/** What was consumed, in the vendor's words. */
	record What(String serviceType, @Nullable String resourceType, @Nullable String resourceId,
			@Nullable String resourceName, @Nullable String region, @Nullable String product,
			@Nullable String tradeId) {
	}

	/** How it is charged, with the vendor's code. */
	enum ChargeMode {

		SUBSCRIPTION(1), PAY_PER_USE(3), RESERVED_INSTANCE(10), SAVINGS_PLAN(11);

		private final int code;

		ChargeMode(int code) {
			this.code = code;
		}

		int code() {
			return this.code;
		}

	}

	/** What kind of a bill it is on, with the vendor's code. */
	enum BillType {

		CONSUMPTION(0), REFUND(1), WRITE_OFF(2);

		private final int code;

		BillType(int code) {
			this.code = code;
		}

		int code() {
			return this.code;
		}

	}

}
