package io.partnerhub.coupon.voucher;

import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of many wanted vouchers, or what would become of them, row by row.
 *
 * @param quotaBalance what the quota holds afterwards
 */
public record RowOutcomes(List<RowOutcome> rows, Money quotaBalance) {

	public int succeeded() {
		return (int) this.rows.stream().filter(RowOutcome::succeeded).count();
	}

	/** What the issued ones are worth. */
	public Money amount() {
		return this.rows.stream()
			.filter(RowOutcome::succeeded)
			.map((outcome) -> outcome.row().faceValue())
			.reduce(Money.zero(), Money::plus);
	}

	/**
	 * What became of one.
	 *
	 * @param voucherId the voucher issued, absent where it was refused or only tried
	 * @param code why it was refused
	 */
	public record RowOutcome(VoucherRow row, @Nullable UUID voucherId, @Nullable String code, @Nullable String detail) {

		public boolean succeeded() {
			return this.code == null;
		}

	}

}
