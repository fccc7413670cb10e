package io.partnerhub.coupon.voucher;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.coupon.Holding;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.record.OperationRecord;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.coupon.voucher.RowOutcomes.RowOutcome;
import io.partnerhub.coupon.voucher.IssueRules.Standing;
import io.partnerhub.coupon.voucher.RowRules.Verdict;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues many vouchers of one quota, each with terms of its own: who can be served is
 * served, the others are told why not, and where a customer of the issuer is
 * refused the attempt is recorded (LOG-01).
 */
@Service
public class VoucherRows {

	private final Coupons coupons;

	private final Quotas quotas;

	private final KnownCustomers customers;

	private final OperationRecords records;

	private final Outbox outbox;

	private final Clock clock;

	VoucherRows(Coupons coupons, Quotas quotas, KnownCustomers customers, OperationRecords records, Outbox outbox,
			Clock clock) {
		this.coupons = coupons;
		this.quotas = quotas;
		this.customers = customers;
		this.records = records;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Whether the caller may issue vouchers at all, and from this quota. */
	@Transactional(readOnly = true)
	public Quota check(Caller caller, UUID quotaId) {
		caller.require(Permission.ISSUE_VOUCHERS);
		Quota quota = this.quotas.seen(caller.owner(), quotaId);
		IssueRules.checkIssuer(caller.partnerType());
		return quota;
	}

	/** Joins the transaction of whoever asks; he has checked that the issuer may. */
	@Transactional(propagation = Propagation.MANDATORY)
	public RowOutcomes issue(UUID owner, String operator, UUID quotaId, List<VoucherRow> rows) {
		Instant now = this.clock.instant();
		Map<UUID, KnownCustomer> known = this.customers.holdOpen(Map.of(owner, customersOf(rows)));
		Quota quota = this.quotas.lock(owner, quotaId);
		List<Verdict> verdicts = RowRules.decide(rows, quota, standing(quota, quota.available(), known), now);
		Map<Integer, Coupon> vouchers = new LinkedHashMap<>();
		verdicts.stream()
			.filter(Verdict::issued)
			.forEach((verdict) -> vouchers.put(verdict.row().number(), voucher(verdict, quota, now)));
		alike(verdicts, vouchers).forEach((alike, coupons) -> hand(quota, coupons, operator, alike.remark()));
		recordAttempts(verdicts, quotaId, operator, now);
		return outcomes(verdicts, quota.available(), vouchers);
	}

	/**
	 * What would happen now; changes and holds nothing.
	 * @param spent what rows before these would have taken from the quota
	 */
	@Transactional(readOnly = true)
	public RowOutcomes preview(UUID owner, UUID quotaId, List<VoucherRow> rows, Money spent) {
		Quota quota = this.quotas.seen(owner, quotaId);
		Money available = quota.available().minus(spent);
		List<Verdict> verdicts = RowRules.decide(rows, quota,
				standing(quota, available, this.customers.seen(owner, customersOf(rows))), this.clock.instant());
		return outcomes(verdicts, available, Map.of());
	}

	private Standing standing(Quota quota, Money available, Map<UUID, KnownCustomer> known) {
		int perCustomer = quota.terms().limits().couponsPerCustomer();
		Map<UUID, Integer> had = new HashMap<>();
		if (perCustomer > 0) {
			this.coupons.count(known.keySet().stream().map((customer) -> new Holding(quota.id(), customer)).toList())
				.forEach((holding, count) -> had.put(holding.customerId(), count));
		}
		return new Standing(available, perCustomer, known, had);
	}

	private static Set<UUID> customersOf(List<VoucherRow> rows) {
		return rows.stream().map(VoucherRow::customerId).collect(Collectors.toSet());
	}

	private static Coupon voucher(Verdict verdict, Quota quota, Instant now) {
		KnownCustomer customer = Objects.requireNonNull(verdict.customer());
		Coupon.Terms terms = IssueRules.terms(verdict.row().order(quota.id()), quota);
		return new Coupon(Ids.next(), CouponType.VOUCHER, quota.partnerId(), quota.ownerPartnerId(), quota.id(),
				new Coupon.Holder(customer.customerId(), customer.epoch(), customer.associationType()), terms,
				terms.face(), Money.zero(), 0, null, null, null, now, 1);
	}

	/** Vouchers that differ in their customers only go in together. */
	private static Map<Alike, List<Coupon>> alike(List<Verdict> verdicts, Map<Integer, Coupon> vouchers) {
		Map<Alike, List<Coupon>> groups = new LinkedHashMap<>();
		verdicts.stream().filter(Verdict::issued).forEach((verdict) -> {
			Coupon voucher = Objects.requireNonNull(vouchers.get(verdict.row().number()));
			groups.computeIfAbsent(new Alike(voucher.terms(), verdict.row().remark()), (_) -> new ArrayList<>())
				.add(voucher);
		});
		return groups;
	}

	private void hand(Quota quota, List<Coupon> vouchers, String operator, @Nullable String remark) {
		this.coupons.issue(quota, vouchers, operator, remark);
		vouchers.forEach((voucher) -> this.outbox.announce(new VoucherIssued(voucher.partnerId(),
				voucher.ownerPartnerId(), voucher.customerId(), voucher.epoch(), voucher.id(), voucher.quotaId(),
				voucher.face().amount(), voucher.terms().effectiveAt(), voucher.terms().expiresAt())));
	}

	private void recordAttempts(List<Verdict> verdicts, UUID quotaId, String operator, Instant now) {
		verdicts.stream()
			.filter((verdict) -> !verdict.issued() && verdict.customer() != null)
			.map((verdict) -> attempt(verdict, quotaId, operator, now))
			.collect(Collectors.groupingBy((entry) -> String.valueOf(entry.remark())))
			.values()
			.forEach(this.records::add);
	}

	private static OperationRecord attempt(Verdict verdict, UUID quotaId, String operator, Instant now) {
		KnownCustomer customer = Objects.requireNonNull(verdict.customer());
		return new OperationRecord(Ids.next(), CouponType.VOUCHER, customer.partnerId(), customer.ownerPartnerId(),
				OperationType.ISSUE, quotaId, null, customer.customerId(), customer.epoch(), verdict.row().faceValue(),
				false, operator, verdict.row().remark(), now);
	}

	private static RowOutcomes outcomes(List<Verdict> verdicts, Money available, Map<Integer, Coupon> vouchers) {
		List<RowOutcome> rows = verdicts.stream().map((verdict) -> {
			Coupon voucher = vouchers.get(verdict.row().number());
			return new RowOutcome(verdict.row(), (voucher != null) ? voucher.id() : null, verdict.code(),
					verdict.detail());
		}).toList();
		RowOutcomes outcomes = new RowOutcomes(rows, available);
		return new RowOutcomes(rows, available.minus(outcomes.amount()));
	}

	/** What vouchers of one group share. */
	private record Alike(Coupon.Terms terms, @Nullable String remark) {
	}

}
