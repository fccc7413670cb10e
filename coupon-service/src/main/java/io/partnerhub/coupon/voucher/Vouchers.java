package io.partnerhub.coupon.voucher;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.CriticalOperation;
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
import io.partnerhub.coupon.servicetype.ServiceTypes;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.coupon.voucher.IssueRules.Decision;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issuing vouchers (6.5). */
@Service
class Vouchers {

	private final Coupons coupons;

	private final Quotas quotas;

	private final KnownCustomers customers;

	private final OperationRecords records;

	private final Outbox outbox;

	private final ServiceTypes serviceTypes;

	private final Proofs proofs;

	private final CouponProperties properties;

	private final Clock clock;

	Vouchers(Coupons coupons, Quotas quotas, KnownCustomers customers, OperationRecords records, Outbox outbox,
			ServiceTypes serviceTypes, Proofs proofs, CouponProperties properties, Clock clock) {
		this.serviceTypes = serviceTypes;
		this.proofs = proofs;
		this.coupons = coupons;
		this.quotas = quotas;
		this.customers = customers;
		this.records = records;
		this.outbox = outbox;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Decides commands of one transaction in their order, each by itself (VOU-04), and
	 * writes what they issue at once.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	List<Outcome<Issued>> issue(List<IssueCommand> commands) {
		Instant now = this.clock.instant();
		List<Outcome<IssueCommand>> admitted = commands.stream()
			.map((command) -> Outcome.decided(() -> admitted(command)))
			.toList();
		IssueGround ground = IssueGround.lock(
				admitted.stream().filter((each) -> !each.isRefused()).map(Outcome::get).toList(), this.customers,
				this.quotas, this.coupons);
		List<Outcome<Issued>> outcomes = admitted.stream()
			.map((command) -> Outcome.decided(() -> decide(command.get(), ground, now)))
			.toList();
		hand(outcomes.stream().filter((outcome) -> !outcome.isRefused()).map(Outcome::get).toList());
		return outcomes;
	}

	/**
	 * Customer by customer, as the vendor-compatible face does: who can be served is
	 * served, and where a customer of the issuer is refused the attempt is recorded.
	 */
	@Transactional
	Issued issueEach(Caller caller, IssueOrder order) {
		Issued issued = issue(List.of(new IssueCommand(caller, order, true, null, Outbox.Fact.presentTrace())))
			.getFirst()
			.get();
		Instant now = this.clock.instant();
		this.records.add(issued.refused()
			.stream()
			.flatMap((decision) -> Stream.ofNullable(decision.customer()))
			.map((customer) -> attempt(caller, order, customer, now))
			.toList());
		return issued;
	}

	/** What a command must fulfil whatever the state of quota and customers. */
	private IssueCommand admitted(IssueCommand command) {
		Caller caller = command.caller().require(Permission.ISSUE_VOUCHERS);
		if (!command.partly()) {
			this.proofs.whenSwitchedOn(caller, CriticalOperation.ISSUE_VOUCHER, command.proof());
		}
		this.serviceTypes.requireKnown(command.partly() ? "/cloud_service_types" : "/serviceTypes",
				command.order().serviceTypes());
		caller.owner();
		IssueRules.checkNotExcluded(caller.partnerType(), this.properties.issue().excludedPartnerTypes());
		IssueRules.checkIssuer(caller.partnerType());
		IssueRules.checkCustomers(command.order(), command.partly() ? this.properties.issue().customersPerOpenApiCall()
				: this.properties.issue().customersPerCommand());
		return command;
	}

	private Issued decide(IssueCommand command, IssueGround ground, Instant now) {
		IssueOrder order = command.order();
		UUID owner = command.caller().owner();
		Quota quota = ground.quota(owner, order.quotaId());
		IssueRules.checkQuota(order, quota, now);
		IssueRules.checkNamed(order, quota);
		List<Decision> decisions = IssueRules.decide(order, ground.standing(owner, order, quota), command.partly());
		List<Decision> refused = decisions.stream().filter((decision) -> decision.refusal() != null).toList();
		if (!command.partly() && !refused.isEmpty()) {
			throw refusal(refused.getFirst(), order);
		}
		List<Coupon> vouchers = decisions.stream()
			.filter((decision) -> decision.refusal() == null)
			.map((decision) -> voucher(order, quota, Objects.requireNonNull(decision.customer()), now))
			.toList();
		ground.take(quota, vouchers);
		return new Issued(command, vouchers, refused);
	}

	private static Coupon voucher(IssueOrder order, Quota quota, KnownCustomer customer, Instant now) {
		return new Coupon(Ids.next(), CouponType.VOUCHER, quota.partnerId(), quota.ownerPartnerId(), quota.id(),
				new Coupon.Holder(customer.customerId(), customer.epoch(), customer.associationType()),
				IssueRules.terms(order, quota), order.faceValue(), Money.zero(), 0, null, null, null, now, 1);
	}

	private void hand(List<Issued> all) {
		List<Issued> served = all.stream().filter((issued) -> !issued.vouchers().isEmpty()).toList();
		this.coupons.issue(served.stream().map(Issued::handout).toList());
		this.outbox.announceAll(served.stream().flatMap(Issued::facts).toList());
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
			case TOO_MANY_COUPONS -> IssueRules.tooManyCoupons();
			case QUOTA_BALANCE_INSUFFICIENT -> Problem
				.conflict("QUOTA_BALANCE_INSUFFICIENT", "The quota does not cover a voucher for every customer named.")
				.with("needed", order.faceValue().times(order.customerIds().size()));
		};
		return problem.with("customerId", decision.customerId());
	}

}
