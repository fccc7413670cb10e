package io.partnerhub.coupon.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.ResellerReleased;
import io.partnerhub.contracts.QuotaEvent.QuotaReclaimedFromReseller;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.ResellerQuotas;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What resellers did not issue goes back, always the whole of it: by the distributor's
 * hand (REC-09), or because the reseller leaves (REC-10). Coupons already issued stay
 * valid.
 */
@Service
class TakeBacks {

	private static final String SYSTEM = "system";

	private static final int QUOTAS_AT_ONCE = 500;

	private final ResellerQuotas quotas;

	private final KnownPartners partners;

	private final QuotaRecordStore records;

	private final Outbox outbox;

	private final Clock clock;

	TakeBacks(ResellerQuotas quotas, KnownPartners partners, QuotaRecordStore records, Outbox outbox, Clock clock) {
		this.quotas = quotas;
		this.partners = partners;
		this.records = records;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** One quota; tells the amount that really went back. */
	@Transactional
	Money takeBack(Caller caller, UUID id, @Nullable String remark) {
		UUID distributor = DelegationRules.distributor(caller.require(Permission.PASS_QUOTA));
		Instant now = this.clock.instant();
		Map<UUID, Quota> locked = this.quotas.lock(distributor, List.of(id));
		Quota part = locked.get(id);
		if (part == null) {
			throw Problem.notFound("QUOTA_NOT_FOUND", "quota");
		}
		if (!DelegationRules.reclaimable(part, now)) {
			throw Problem.conflict("QUOTA_NOT_RECLAIMABLE", "Nothing can be taken back from the quota any more.")
				.with("state", part.stateAt(now));
		}
		takeBack(List.of(part), locked, caller.subject(), remark, now);
		return part.available();
	}

	/**
	 * Quota by quota, as the vendor-compatible face does; tells which were taken back.
	 * Attempts on the distributor's own resellers are recorded.
	 */
	@Transactional
	List<UUID> takeBackEach(Caller caller, Collection<UUID> ids, @Nullable String remark) {
		UUID distributor = DelegationRules.distributor(caller.require(Permission.PASS_QUOTA));
		Instant now = this.clock.instant();
		Map<UUID, Quota> locked = this.quotas.lock(distributor, ids);
		List<Quota> parts = ids.stream().distinct().flatMap((id) -> Stream.ofNullable(locked.get(id))).toList();
		List<Quota> over = parts.stream().filter((part) -> !DelegationRules.reclaimable(part, now)).toList();
		List<Quota> taken = parts.stream().filter((part) -> DelegationRules.reclaimable(part, now)).toList();
		takeBack(taken, locked, caller.subject(), remark, now);
		record(over, false, caller.subject(), remark, now);
		return taken.stream().map(Quota::id).toList();
	}

	@Bean
	Subscription resellersLeaving() {
		return Subscription.to(ResellerReleased.class, this::release);
	}

	private void release(ResellerReleased event) {
		Instant now = this.clock.instant();
		this.partners.release(event, now);
		List<UUID> held = this.quotas.heldBy(event.ownerPartnerId(), QUOTAS_AT_ONCE);
		while (!held.isEmpty()) {
			Map<UUID, Quota> locked = this.quotas.lock(event.partnerId(), held);
			List<Quota> parts = held.stream()
				.flatMap((id) -> Stream.ofNullable(locked.get(id)))
				.filter((part) -> part.state() != Quota.State.RECLAIMED)
				.toList();
			takeBack(parts, locked, SYSTEM, null, now);
			held = parts.isEmpty() ? List.of() : this.quotas.heldBy(event.ownerPartnerId(), QUOTAS_AT_ONCE);
		}
	}

	private void takeBack(List<Quota> parts, Map<UUID, Quota> locked, String operator, @Nullable String remark,
			Instant now) {
		this.quotas.takeBack(parts, locked);
		parts.forEach((part) -> this.outbox.announce(new QuotaReclaimedFromReseller(part.partnerId(),
				part.ownerPartnerId(), part.id(), QuotaRecord.parent(part), part.available().amount())));
		record(parts, true, operator, remark, now);
	}

	private void record(List<Quota> parts, boolean succeeded, String operator, @Nullable String remark, Instant now) {
		if (!parts.isEmpty()) {
			this.records.insert(parts.stream()
				.map((part) -> QuotaRecord.of(QuotaRecord.Type.RECLAIM, part, succeeded, operator, remark, now))
				.toList());
		}
	}

}
