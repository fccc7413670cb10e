package io.partnerhub.coupon.delegation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.ResellerQuotaFilter;
import io.partnerhub.coupon.quota.ResellerQuotas;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a distributor has passed to its resellers (已发放代金券额度), and the log of it (6.9).
 */
@Service
class IssuedQuotas {

	private static final PageQuery ONE = new PageQuery(1, null);

	private final ResellerQuotas quotas;

	private final QuotaRecordStore records;

	private final KnownPartners partners;

	private final Clock clock;

	IssuedQuotas(ResellerQuotas quotas, QuotaRecordStore records, KnownPartners partners, Clock clock) {
		this.quotas = quotas;
		this.records = records;
		this.partners = partners;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Page<Quota> list(Caller caller, ResellerQuotaFilter filter, PageQuery page) {
		return this.quotas.list(viewer(caller), filter, page);
	}

	@Transactional(readOnly = true)
	Quota get(Caller caller, UUID id) {
		ResellerQuotaFilter filter = new ResellerQuotaFilter(id, null, null, null, this.clock.instant());
		return this.quotas.list(viewer(caller), filter, ONE)
			.items()
			.stream()
			.findFirst()
			.orElseThrow(() -> Problem.notFound("QUOTA_NOT_FOUND", "quota"));
	}

	@Transactional(readOnly = true)
	ResellerQuotas.Found search(Caller caller, ResellerQuotaFilter filter, Offset page) {
		return this.quotas.search(viewer(caller), filter, page);
	}

	@Transactional(readOnly = true)
	Page<QuotaRecord> log(Caller caller, QuotaRecordFilter filter, PageQuery page) {
		return Page.of(this.records.page(viewer(caller), filter, page), page, QuotaRecord::id);
	}

	@Transactional(readOnly = true)
	Log log(Caller caller, QuotaRecordFilter filter, Offset page) {
		UUID distributor = viewer(caller);
		return new Log(this.records.count(distributor, filter),
				this.records.search(distributor, filter, page.offset(), page.limit()));
	}

	/** Company names of resellers. */
	Map<UUID, String> names(Collection<UUID> resellerIds) {
		return this.partners.names(resellerIds);
	}

	private static UUID viewer(Caller caller) {
		return DelegationRules.distributor(caller.require(Permission.VIEW_COUPONS));
	}

	/** A page of the log and the number of all that match. */
	record Log(int count, List<QuotaRecord> records) {
	}

}
