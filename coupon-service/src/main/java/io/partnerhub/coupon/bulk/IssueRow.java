package io.partnerhub.coupon.bulk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.coupon.voucher.VoucherRow;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file and what became of it. A row that cannot be read has failed from the
 * start and keeps what could be read.
 *
 * @param number of the row, from 1, the header not counted
 * @param serviceTypes separated by semicolons
 * @param productIds separated by semicolons
 * @param code why it failed
 */
record IssueRow(int number, Outcome outcome, @Nullable UUID customerId, @Nullable Money faceValue, Money minimumOrder,
		String serviceTypes, String productIds, @Nullable Instant effectiveAt, @Nullable Instant expiresAt,
		@Nullable String remark, @Nullable String code, @Nullable String detail, @Nullable UUID voucherId) {

	VoucherRow wanted() {
		return new VoucherRow(this.number, Objects.requireNonNull(this.customerId),
				Objects.requireNonNull(this.faceValue), this.minimumOrder, set(this.serviceTypes), set(this.productIds),
				this.effectiveAt, this.expiresAt, this.remark);
	}

	private static Set<String> set(String values) {
		return values.isEmpty() ? Set.of() : Arrays.stream(values.split(";")).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * From WAITING to one of the others, for good; in a dry run it tells what would be.
	 */
	enum Outcome {

		WAITING, SUCCEEDED, FAILED

	}

}
