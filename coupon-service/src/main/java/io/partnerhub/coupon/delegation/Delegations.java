package io.partnerhub.coupon.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.QuotaEvent.QuotaIssuedToReseller;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.QuotaSettings;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.quota.ResellerQuotas;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A distributor passes parts of its quota to resellers (6.6). */
@Service
class Delegations {

	private final ResellerQuotas resellerQuotas;

	private final Quotas quotas;

	private final KnownPartners partners;

	private final KnownCustomers customers;

	private final QuotaRecordStore records;

	private final Outbox outbox;

	private final QuotaSettings settings;

	private final Clock clock;

	Delegations(ResellerQuotas resellerQuotas, Quotas quotas, KnownPartners partners, KnownCustomers customers,
			QuotaRecordStore records, Outbox outbox, QuotaSettings settings, Clock clock) {
		this.resellerQuotas = resellerQuotas;
		this.quotas = quotas;
		this.partners = partners;
		this.customers = customers;
		this.records = records;
		this.outbox = outbox;
		this.settings = settings;
		this.clock = clock;
	}

	/** All or nothing: one refused reseller refuses the command. */
	@Transactional
	List<Quota> issue(Caller caller, PassOn order) {
		Outcome outcome = issue(caller, order, false);
		outcome.notYours().stream().findFirst().ifPresent((reseller) -> {
			throw DelegationRules.notYours(reseller);
		});
		return outcome.issued();
	}

	/** Reseller by reseller, as the vendor-compatible face does. */
	@Transactional
	Outcome issueEach(Caller caller, PassOn order) {
		return issue(caller, order, true);
	}

	private Outcome issue(Caller caller, PassOn order, boolean partly) {
		UUID distributor = DelegationRules.distributor(caller.require(Permission.PASS_QUOTA));
		DelegationRules.checkResellers(order, this.settings.resellersPerCommand());
		Instant now = this.clock.instant();
		Quota seen = this.quotas.find(distributor, order.quotaId());
		Set<UUID> mine = this.partners.holdResellers(distributor, order.resellerIds());
		List<UUID> served = order.resellerIds().stream().filter(mine::contains).toList();
		List<UUID> notYours = order.resellerIds().stream().filter((reseller) -> !mine.contains(reseller)).toList();
		checkNamedCustomers(seen.terms().limits().namedCustomers(), served);
		Quota quota = this.quotas.lock(distributor, order.quotaId());
		DelegationRules.checkQuota(quota, order.amount(), served.size(), now);
		if (served.isEmpty() || (!partly && !notYours.isEmpty())) {
			return new Outcome(List.of(), notYours);
		}
		List<Quota> issued = this.resellerQuotas.splitOff(quota, served, order.amount());
		issued.forEach((part) -> this.outbox.announce(new QuotaIssuedToReseller(part.partnerId(), part.ownerPartnerId(),
				part.id(), quota.id(), part.granted().amount(), part.effectiveAt(), part.expiresAt())));
		this.records.insert(issued.stream()
			.map((part) -> QuotaRecord.of(QuotaRecord.Type.ISSUE, part, true, caller.subject(), order.remark(), now))
			.toList());
		return new Outcome(issued, notYours);
	}

	/** QUO-04: whom the quota names must be customers of each who gets part of it. */
	private void checkNamedCustomers(Set<UUID> named, List<UUID> resellers) {
		for (UUID reseller : resellers) {
			if (!this.customers.areAllOf(reseller, named)) {
				throw Problem
					.conflict("QUOTA_NAMED_CUSTOMERS_MISMATCH",
							"The quota is limited to customers who are not the reseller's.")
					.with("resellerId", reseller);
			}
		}
	}

	/** What resellers got, and who was refused. */
	record Outcome(List<Quota> issued, List<UUID> notYours) {
	}

}
