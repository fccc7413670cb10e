package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import io.partnerhub.billing.attribution.Holder;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What newly posted records add to the sums, exact to the last digit, grouped by all that
 * any sum is asked for.
 */
final class Delta {

	private final Map<Group, List<BigDecimal>> sums = new HashMap<>();

	/** How much memory it takes. */
	int groups() {
		return this.sums.size();
	}

	/**
	 * Adds a posted record.
	 * @param open the first month whose performance is not settled
	 */
	void add(Attributed posted, BillCycle open) {
		this.sums.merge(Group.of(posted, open), figures(posted), Delta::plus);
	}

	void send(JdbcOperations jdbc, String copy) {
		CopyLines.send(jdbc, copy, this.sums.entrySet(), (lines, sum) -> {
			sum.getKey().write(lines);
			sum.getValue().forEach(lines::decimal);
		});
	}

	/** That it is one, and its amounts in the order of the columns. */
	private static List<BigDecimal> figures(Attributed posted) {
		Amounts each = posted.record().amounts();
		return List.of(BigDecimal.ONE, each.official(), each.payable(), each.cash(), each.credit(), each.voucher(),
				each.cashCoupon(), each.storedCard(), each.debt(), each.writeoff(), posted.record().performance());
	}

	private static List<BigDecimal> plus(List<BigDecimal> sum, List<BigDecimal> more) {
		return IntStream.range(0, sum.size()).mapToObj((at) -> sum.get(at).add(more.get(at))).toList();
	}

	/** What records have in common that are summed up together. */
	private record Group(Holder holder, int cycle, UUID customerId, int performancePeriod, String serviceType,
			int chargeMode, int billType, String currency) {

		static Group of(Attributed posted, BillCycle open) {
			Consumed record = posted.record();
			return new Group(Objects.requireNonNull(posted.holder()), record.cycle().code(),
					Objects.requireNonNull(posted.customerId()), posted.performancePeriod(open),
					record.what().serviceType(), record.chargeMode().code(), record.billType().code(),
					record.currency());
		}

		void write(CopyLines lines) {
			lines.id(this.holder.realm().partnerId())
				.id(this.holder.realm().ownerPartnerId())
				.number(this.cycle)
				.id(this.customerId)
				.id(this.holder.accountManagerId())
				.id(this.holder.performanceManagerId())
				.number(this.performancePeriod)
				.text(this.holder.associationType().name())
				.text(this.serviceType)
				.number(this.chargeMode)
				.number(this.billType)
				.text(this.currency);
		}

	}

}
