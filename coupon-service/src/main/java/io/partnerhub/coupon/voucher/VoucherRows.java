package io.partnerhub.coupon.voucher;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.record.OperationRecord;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.coupon.servicetype.ServiceTypes;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.coupon.voucher.RowOutcomes.RowOutcome;
import io.partnerhub.coupon.voucher.IssueRules.Standing;
import io.partnerhub.coupon.voucher.RowRules.Ground;
import io.partnerhub.coupon.voucher.RowRules.Verdict;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
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

	private final Takers takers;

	private final ServiceTypes serviceTypes;

	private final OperationRecords records;

	private final Outbox outbox;

	private final CouponProperties properties;

	private final Clock clock;

	VoucherRows(Coupons coupons, Quotas quotas, Takers takers, ServiceTypes serviceTypes, OperationRecords records,
			Outbox outbox, CouponProperties properties, Clock clock) {
		this.coupons = coupons;
		this.quotas = quotas;
		this.takers = takers;
		this.serviceTypes = serviceTypes;
		this.records = records;
		this.outbox = outbox;
		this.properties = properties;
		this.clock = clock;
	}

	/** Whether the caller may issue vouchers at all, and from this quota. */
	@Transactional(readOnly = true)
	public Quota check(Caller caller, UUID quotaId) {
		caller.require(Permission.ISSUE_VOUCHERS);
		Quota quota = this.quotas.seen(caller.owner(), quotaId);
		IssueRules.checkNotExcluded(caller.partnerType(), this.properties.issue().excludedPartnerTypes());
		return quota;
	}

	/** Joins the transaction of whoever asks; he has checked that the issuer may. */
	@Transactional(propagation = Propagation.MANDATORY)
	public RowOutcomes issue(UUID owner, String operator, UUID quotaId, List<VoucherRow> rows) {
		Instant now = this.clock.instant();
		Takers.Found takers = this.takers.hold(owner, customersOf(rows));
		Quota quota = this.quotas.lock(owner, quotaId);
		List<Verdict> verdicts = RowRules.decide(rows, quota, ground(rows, quota, quota.available(), takers), now);
		Map<Integer, Coupon> vouchers = new LinkedHashMap<>();
		verdicts.stream()
			.filter(Verdict::issued)
			.forEach((verdict) -> vouchers.put(verdict.row().number(), voucher(verdict, quota, now)));
		hand(verdicts, vouchers, operator);
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
				ground(rows, quota, available, this.takers.seen(owner, customersOf(rows))), this.clock.instant());
		return outcomes(verdicts, available, Map.of());
	}

	private Ground ground(List<VoucherRow> rows, Quota quota, Money available, Takers.Found takers) {
		int perCustomer = quota.terms().limits().couponsPerCustomer();
		Map<UUID, Integer> had = new HashMap<>();
		if (perCustomer > 0) {
			this.coupons.count(takers.holdings(quota.id()))
				.forEach((holding, count) -> had.put(holding.customerId(), count));
		}
		Set<String> services = rows.stream().flatMap((row) -> row.serviceTypes().stream()).collect(Collectors.toSet());
		return new Ground(new Standing(available, perCustomer, takers.customers(), had), takers.refused(),
				this.serviceTypes.unknown(services));
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

	private void hand(List<Verdict> verdicts, Map<Integer, Coupon> vouchers, String operator) {
		this.coupons.issue(verdicts.stream()
			.filter(Verdict::issued)
			.map((verdict) -> new Coupons.Handout(List.of(Objects.requireNonNull(vouchers.get(verdict.row().number()))),
					operator, verdict.row().remark()))
			.toList());
		this.outbox.announceAll(vouchers.values().stream().map(VoucherRows::announced).toList());
	}

	private static Outbox.Fact announced(Coupon voucher) {
		return Outbox.Fact.of(Issued.announced(voucher));
	}

	private void recordAttempts(List<Verdict> verdicts, UUID quotaId, String operator, Instant now) {
		this.records.add(verdicts.stream()
			.filter((verdict) -> !verdict.issued() && verdict.customer() != null)
			.map((verdict) -> attempt(verdict, quotaId, operator, now))
			.toList());
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

}
