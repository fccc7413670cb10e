package io.partnerhub.coupon.voucher;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.record.OperationRecord;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.coupon.voucher.IssueRules.Decision;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issuing vouchers (6.5). */
@Service
class Vouchers {

	private final Coupons coupons;

	private final Quotas quotas;

	private final KnownCustomers customers;

	private final OperationRecords records;

	private final Outbox outbox;

	private final CouponProperties properties;

	private final Clock clock;

	Vouchers(Coupons coupons, Quotas quotas, KnownCustomers customers, OperationRecords records, Outbox outbox,
			CouponProperties properties, Clock clock) {
		this.coupons = coupons;
		this.quotas = quotas;
		this.customers = customers;
		this.records = records;
		this.outbox = outbox;
		this.properties = properties;
		this.clock = clock;
	}

	/** All or nothing (VOU-04): one refused customer refuses the command. */
	@Transactional
	List<Coupon> issue(Caller caller, IssueOrder order) {
		Issued issued = issue(caller, order, this.properties.issue().customersPerCommand(), false);
		issued.refused().stream().findFirst().ifPresent((decision) -> {
			throw refusal(decision, order);
		});
		return issued.vouchers();
	}

	/**
	 * Customer by customer, as the vendor-compatible face does: who can be served is
	 * served, and where a customer of the issuer is refused the attempt is recorded.
	 */
	@Transactional
	Issued issueEach(Caller caller, IssueOrder order) {
		Issued issued = issue(caller, order, this.properties.issue().customersPerOpenApiCall(), true);
		Instant now = this.clock.instant();
		this.records.add(issued.refused()
			.stream()
			.flatMap((decision) -> Stream.ofNullable(decision.customer()))
			.map((customer) -> attempt(caller, order, customer, now))
			.toList());
		return issued;
	}

	private Issued issue(Caller caller, IssueOrder order, int maxCustomers, boolean partly) {
		caller.require(Permission.ISSUE_VOUCHERS);
		IssueRules.checkNotExcluded(caller.partnerType(), this.properties.issue().excludedPartnerTypes());
		IssueRules.checkIssuer(caller.partnerType());
		IssueRules.checkCustomers(order, maxCustomers);
		Instant now = this.clock.instant();
		Map<UUID, KnownCustomer> known = this.customers.holdOpen(caller.owner(), order.customerIds());
		Quota quota = this.quotas.lock(caller.owner(), order.quotaId());
		IssueRules.checkQuota(order, quota, now);
		List<Decision> decisions = IssueRules.decide(order, quota.available(), known, partly);
		List<Decision> refused = decisions.stream().filter((decision) -> decision.refusal() != null).toList();
		List<Coupon> vouchers = decisions.stream()
			.filter((decision) -> decision.refusal() == null)
			.map((decision) -> voucher(order, quota, Objects.requireNonNull(decision.customer()), now))
			.toList();
		if (partly || refused.isEmpty()) {
			hand(caller, order, quota, vouchers);
		}
		return new Issued(vouchers, refused);
	}

	private static Coupon voucher(IssueOrder order, Quota quota, KnownCustomer customer, Instant now) {
		return new Coupon(Ids.next(), CouponType.VOUCHER, quota.partnerId(), quota.ownerPartnerId(), quota.id(),
				new Coupon.Holder(customer.customerId(), customer.epoch(), customer.associationType()),
				IssueRules.terms(order, quota), order.faceValue(), Money.zero(), 0, null, null, null, now, 1);
	}

	private void hand(Caller caller, IssueOrder order, Quota quota, List<Coupon> vouchers) {
		if (vouchers.isEmpty()) {
			return;
		}
		this.coupons.issue(quota, vouchers, caller.subject(), order.remark());
		vouchers.forEach((voucher) -> this.outbox.announce(new VoucherIssued(voucher.partnerId(),
				voucher.ownerPartnerId(), voucher.customerId(), voucher.epoch(), voucher.id(), voucher.quotaId(),
				voucher.face().amount(), voucher.terms().effectiveAt(), voucher.terms().expiresAt())));
	}

	private static OperationRecord attempt(Caller caller, IssueOrder order, KnownCustomer customer, Instant now) {
		return new OperationRecord(Ids.next(), CouponType.VOUCHER, customer.partnerId(), customer.ownerPartnerId(),
				OperationType.ISSUE, order.quotaId(), null, customer.customerId(), customer.epoch(), order.faceValue(),
				false, caller.subject(), order.remark(), now);
	}

	private static Problem refusal(Decision decision, IssueOrder order) {
		Problem problem = switch (Objects.requireNonNull(decision.refusal())) {
			case CUSTOMER_UNKNOWN -> Problem.notFound("CUSTOMER_NOT_ASSOCIATED", "customer of yours");
			case CUSTOMER_NOT_ASSOCIATED, CUSTOMER_NOT_RESALE ->
				Problem.conflict("CUSTOMER_NOT_ASSOCIATED", "The customer is not associated with you any more.");
			case QUOTA_BALANCE_INSUFFICIENT -> Problem
				.conflict("QUOTA_BALANCE_INSUFFICIENT", "The quota does not cover a voucher for every customer named.")
				.with("needed", order.faceValue().times(order.customerIds().size()));
		};
		return problem.with("customerId", decision.customerId());
	}

}
