package io.partnerhub.benchmarks.baseline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Issues one voucher: lock the quota, check it, save voucher and record, announce. */
@RestController
class BaselineIssues {

	private final QuotaRepository quotas;

	private final CustomerRepository customers;

	private final CouponRepository coupons;

	private final RecordRepository records;

	private final Outbox outbox;

	private final Clock clock;

	BaselineIssues(QuotaRepository quotas, CustomerRepository customers, CouponRepository coupons,
			RecordRepository records, Outbox outbox, Clock clock) {
		this.quotas = quotas;
		this.customers = customers;
		this.coupons = coupons;
		this.records = records;
		this.outbox = outbox;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vouchers")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Transactional
	Issued issue(Caller caller, @RequestBody Issue issue) {
		caller.require(Permission.ISSUE_VOUCHERS);
		Instant now = this.clock.instant();
		QuotaEntity quota = this.quotas.findByIdAndOwnerPartnerId(issue.quotaId(), caller.owner())
			.orElseThrow(() -> Problem.notFound("QUOTA_NOT_FOUND", "quota"));
		CustomerEntity customer = this.customers.findById(issue.customerIds().getFirst())
			.filter((each) -> each.active && each.ownerPartnerId.equals(caller.owner()))
			.orElseThrow(() -> Problem.notFound("CUSTOMER_NOT_ASSOCIATED", "customer of yours"));
		long face = issue.faceValue().minor();
		if (!quota.state.equals("NORMAL") || quota.availableMinor < face) {
			throw Problem.conflict("QUOTA_BALANCE_INSUFFICIENT", "The quota does not cover it.");
		}
		quota.availableMinor -= face;
		quota.liveMinor += face;
		quota.updatedAt = now;
		CouponEntity coupon = this.coupons.save(CouponEntity.of(quota, customer, face, now));
		this.records.save(RecordEntity.of(coupon, caller.subject()));
		this.outbox.announce(new VoucherIssued(coupon.partnerId, coupon.ownerPartnerId, coupon.customerId, coupon.epoch,
				coupon.id, coupon.quotaId, issue.faceValue().amount(), coupon.effectiveAt, coupon.expiresAt));
		return new Issued(coupon.id, issue.faceValue(), coupon.createdAt);
	}

	/** What the product's order has that this reads. */
	record Issue(UUID quotaId, List<UUID> customerIds, Money faceValue) {
	}

	/** The voucher. */
	record Issued(UUID id, Money faceValue, Instant createdAt) {
	}

}
