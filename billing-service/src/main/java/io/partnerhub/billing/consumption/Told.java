package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was told of a record: when the same comes again it is a repetition, anything else
 * under its reference contradicts it. Amounts are the same however many zeros end them.
 */
record Told(@Nullable UUID customerId, int cycle, Instant tradeTime, int billType, String currency, BigDecimal official,
		BigDecimal payable, BigDecimal cash) {

	Told {
		official = official.stripTrailingZeros();
		payable = payable.stripTrailingZeros();
		cash = cash.stripTrailingZeros();
	}

	static Told of(Consumed record, @Nullable UUID customer) {
		return new Told(customer, record.cycle().code(), record.tradeTime(), record.billType().code(),
				record.currency(), record.amounts().official(), record.amounts().payable(), record.amounts().cash());
	}

}
