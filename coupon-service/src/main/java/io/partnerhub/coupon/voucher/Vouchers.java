package io.partnerhub.coupon.voucher;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.CouponEvent.VoucherIssued;
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
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issuing vouchers and showing them to the partner and to the customer. */
@Service
class Vouchers {

	private final VoucherStore store;

	private final Quotas quotas;

	private final KnownCustomers customers;

	private final OperationRecords records;

	private final Outbox outbox;

	private final CouponProperties properties;

	private final Clock clock;

	Vouchers(VoucherStore store, Quotas quotas, KnownCustomers customers, OperationRecords records, Outbox outbox,
			CouponProperties properties, Clock clock) {
		this.store = store;
		this.quotas = quotas;
		this.customers = customers;
		this.records = records;
		this.outbox = outbox;
		this.properties = properties;
		this.clock = clock;
	}

	/** All or nothing (VOU-04): one refused customer refuses the command. */
	@Transactional
	List<Voucher> issue(Caller caller, IssueOrder order) {
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

	@Transactional(readOnly = true)
	Page<Voucher> issued(Caller caller, VoucherFilter filter, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		return Page.of(this.store.page(caller, filter, this.clock.instant(), page), page, Voucher::id);
	}

	@Transactional(readOnly = true)
	Voucher issued(Caller caller, UUID id) {
		caller.require(Permission.VIEW_COUPONS);
		return this.store.find(caller, id).orElseThrow(() -> Problem.notFound("VOUCHER_NOT_FOUND", "voucher"));
	}

	/** The customer's own vouchers; what was reclaimed is gone for him (REC-03). */
	@Transactional(readOnly = true)
	Page<Voucher> mine(Caller caller, PageQuery page) {
		return Page.of(this.store.pageOfCustomer(caller.customer(), page), page, Voucher::id);
	}

	private Issued issue(Caller caller, IssueOrder order, int maxCustomers, boolean partly) {
		caller.require(Permission.ISSUE_VOUCHERS);
		IssueRules.checkIssuer(caller.partnerType());
		IssueRules.checkCustomers(order, maxCustomers);
		Instant now = this.clock.instant();
		Map<UUID, KnownCustomer> known = this.customers.holdOpen(caller.owner(), order.customerIds());
		Quota quota = this.quotas.lock(caller.owner(), order.quotaId());
		IssueRules.checkQuota(order, quota, now);
		List<Decision> decisions = IssueRules.decide(order, quota.available(), known, partly);
		List<Decision> refused = decisions.stream().filter((decision) -> decision.refusal() != null).toList();
		List<Voucher> vouchers = decisions.stream()
			.filter((decision) -> decision.refusal() == null)
			.map((decision) -> voucher(order, quota, Objects.requireNonNull(decision.customer()), now))
			.toList();
		if (partly || refused.isEmpty()) {
			hand(caller, order, quota, vouchers, now);
		}
		return new Issued(vouchers, refused);
	}

	private static Voucher voucher(IssueOrder order, Quota quota, KnownCustomer customer, Instant now) {
		return new Voucher(Ids.next(), quota.partnerId(), quota.ownerPartnerId(), quota.id(), customer.customerId(),
				customer.epoch(), customer.associationType(), order.faceValue(), order.faceValue(),
				order.minimumOrder(), null, IssueRules.effectiveAt(order, quota), IssueRules.expiresAt(order, quota),
				now, 1);
	}

	private void hand(Caller caller, IssueOrder order, Quota quota, List<Voucher> vouchers, Instant now) {
		if (vouchers.isEmpty()) {
			return;
		}
		this.quotas.take(quota, order.faceValue().times(vouchers.size()));
		this.store.insert(vouchers);
		this.records.add(vouchers.stream().map((voucher) -> record(caller, voucher, order.remark(), now)).toList());
		vouchers.forEach((voucher) -> this.outbox.announce(new VoucherIssued(voucher.partnerId(),
				voucher.ownerPartnerId(), voucher.customerId(), voucher.epoch(), voucher.id(), voucher.quotaId(),
				voucher.face().amount(), voucher.effectiveAt(), voucher.expiresAt())));
	}

	private static OperationRecord record(Caller caller, Voucher voucher, @Nullable String remark, Instant now) {
		return new OperationRecord(Ids.next(), voucher.partnerId(), voucher.ownerPartnerId(), OperationType.ISSUE,
				voucher.quotaId(), voucher.id(), voucher.customerId(), voucher.epoch(), voucher.face(), true,
				caller.subject(), remark, now);
	}

	private static OperationRecord attempt(Caller caller, IssueOrder order, KnownCustomer customer, Instant now) {
		return new OperationRecord(Ids.next(), customer.partnerId(), customer.ownerPartnerId(), OperationType.ISSUE,
				order.quotaId(), null, customer.customerId(), customer.epoch(), order.faceValue(), false,
				caller.subject(), order.remark(), now);
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
