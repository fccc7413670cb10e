package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.IncentiveEvent.IncentivePaid;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaGranted;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaRefused;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.partner.KnownPartner;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incentives that are paid out as a voucher quota (INC-05): billing-service releases
 * them, the quota is granted once however often that is heard, and the answer says which
 * one it is or why there is none.
 */
@Service
class IncentiveQuotas {

	private final IncentiveQuotaStore store;

	private final Grants grants;

	private final KnownPartners partners;

	private final QuotaSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	IncentiveQuotas(IncentiveQuotaStore store, Grants grants, KnownPartners partners, QuotaSettings settings,
			Outbox outbox, Clock clock) {
		this.store = store;
		this.grants = grants;
		this.partners = partners;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	void paid(IncentivePaid event) {
		if (event.mode() != Mode.QUOTA) {
			return;
		}
		try {
			UUID quota = this.store.find(event.payoutId()).orElseGet(() -> grant(event));
			this.outbox.announce(
					new IncentiveQuotaGranted(event.partnerId(), event.ownerPartnerId(), event.payoutId(), quota));
		}
		catch (Problem ex) {
			this.outbox.announce(
					new IncentiveQuotaRefused(event.partnerId(), event.ownerPartnerId(), event.payoutId(), ex.code()));
		}
	}

	/** Refuses before anything is written. */
	private UUID grant(IncentivePaid event) {
		KnownPartner partner = this.partners.find(event.ownerPartnerId())
			.orElseThrow(() -> Problem.conflict("PARTNER_UNKNOWN", "The partner has not been heard of yet."));
		Money value = Money.parse(event.amount().amount(), event.amount().currency());
		GrantRules.checkHolder(CouponType.VOUCHER, partner.type());
		GrantRules.checkValue("amount", value);
		Instant now = this.clock.instant();
		Instant end = now.atOffset(ZoneOffset.UTC).plusMonths(this.settings.incentiveMonths()).toInstant();
		Quota quota = this.grants.grant(partner, CouponType.VOUCHER, value,
				new Quota.Terms(Limits.NONE, false, null, now, end), now);
		this.store.insert(event.payoutId(), quota, now);
		return quota.id();
	}

	@Bean
	static Subscription incentivesPaidAsQuota(IncentiveQuotas quotas) {
		return Subscription.to(IncentivePaid.class, quotas::paid);
	}

}
