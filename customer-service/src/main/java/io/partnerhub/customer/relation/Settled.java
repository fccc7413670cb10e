package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The settlement statement of a request that is done (DIS-09): what went and what stays.
 */
@Schema(name = "DisassociationSettlement")
record Settled(@Nullable Long vouchersReclaimed, @Nullable Money voucherAmount, @Nullable Money balanceReturned,
		@Nullable Long opportunitiesClosed, List<Stay> stays) {

	static final String OWN_CASH = "OWN_CASH";

	static final String PAST_CONSUMPTION = "PAST_CONSUMPTION";

	static Settled of(RequestViewStore.Named named, List<Step> steps) {
		Optional<Step> coupon = step(steps, Step.Kind.COUPON);
		Optional<Step> billing = step(steps, Step.Kind.BILLING);
		return new Settled(coupon.map(Step::count).orElse(null), coupon.map(Step::amount).orElse(null),
				billing.map(Step::amount).orElse(null),
				step(steps, Step.Kind.OPPORTUNITY).map(Step::count).orElse(null),
				stays(named.linkedFrom(), named.linkedTo(), billing.map(Step::keptCash).orElse(null)));
	}

	/**
	 * The customer's own cash stays his (ASC-05), the period of the link stays visible to
	 * the partner (DIS-13), and later refunds go where their orders were paid from
	 * (DIS-12).
	 */
	private static List<Stay> stays(Instant from, @Nullable Instant to, @Nullable Money keptCash) {
		List<Stay> stays = new ArrayList<>();
		if (keptCash != null) {
			stays.add(new Stay(OWN_CASH, Map.of("amount", keptCash)));
		}
		if (to != null) {
			stays.add(new Stay(PAST_CONSUMPTION, Map.of("from", from, "to", to)));
		}
		stays.add(new Stay("REFUNDS_LATER", Map.of()));
		return stays;
	}

	private static Optional<Step> step(List<Step> steps, Step.Kind kind) {
		return steps.stream().filter((step) -> step.kind() == kind).findFirst();
	}

	/** Something the settlement left as it was, with the facts about it. */
	@Schema(name = "SettlementStay")
	record Stay(@Schema(example = PAST_CONSUMPTION) String code, Map<String, Object> facts) {
	}

}
