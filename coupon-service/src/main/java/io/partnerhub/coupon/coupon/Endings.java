package io.partnerhub.coupon.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import io.partnerhub.coupon.coupon.CouponLockStore.Freed;
import io.partnerhub.coupon.record.OperationType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Coupons that had to wait for a running payment end with it: what it left goes back, and
 * the summary of a link that waited for them follows (REC-06).
 */
@Service
class Endings {

	private static final Collector<Freed, ?, List<UUID>> IDS = Collectors.mapping((each) -> each.coupon().id(),
			Collectors.toList());

	private final Ends ends;

	private final LinkSummaries summaries;

	private final ApplicationEventPublisher wake;

	Endings(Ends ends, LinkSummaries summaries, ApplicationEventPublisher wake) {
		this.ends = ends;
		this.summaries = summaries;
		this.wake = wake;
	}

	/**
	 * The coupons and their quotas are locked.
	 * @param freed locks that are over
	 * @param ended coupons that nothing holds any more
	 */
	void finish(List<Freed> freed, List<Freed> ended, Instant now) {
		Map<Integer, List<UUID>> byOperation = ended.stream()
			.collect(Collectors.groupingBy((each) -> Objects.requireNonNull(each.ending()), TreeMap::new, IDS));
		byOperation.forEach((code, ids) -> this.ends.end(ids, OperationType.of(code), false, now));
		Map<UUID, List<UUID>> byCustomer = freed.stream()
			.filter((each) -> each.ending() != null)
			.collect(Collectors.groupingBy((each) -> each.coupon().customerId(), TreeMap::new, IDS));
		if (!byCustomer.isEmpty()) {
			byCustomer.forEach(this.summaries::closeWaiting);
			this.wake.publishEvent(new EndWorker.Wake());
		}
	}

}
