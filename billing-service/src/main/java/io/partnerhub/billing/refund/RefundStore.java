package io.partnerhub.billing.refund;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of refunds, and how much of each payment they take. */
@Component
class RefundStore {

	private final JdbcClient jdbc;

	RefundStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the refunds of an order came to so far; the order is locked. */
	Refunded refunded(UUID orderId) {
		return this.jdbc.sql("""
				select refunded_cash_minor, refunded_credit_minor, refunded_coupon_minor
				from customer_order
				where id = :id
				""")
			.param("id", orderId)
			.query((row, index) -> new Refunded(Money.ofMinor(row.getLong("refunded_cash_minor")),
					Money.ofMinor(row.getLong("refunded_credit_minor")),
					Money.ofMinor(row.getLong("refunded_coupon_minor"))))
			.single();
	}

	/**
	 * What other unsubscriptions of an order that was paid come to, and what else the
	 * same one gives back, but for the rejected refunds.
	 */
	Money unsubscribed(UUID orderId, String refundOrder, Collection<String> besides) {
		return this.jdbc.sql("""
				select coalesce(sum(cash_minor + coupon_minor), 0)
				from order_refund
				where (order_id = :order or lower(refund_order_number) = lower(:number))
				  and cause in ('NO_REASON', 'UNSUBSCRIPTION') and state <> 'REJECTED' and reference <> all(:besides)
				""")
			.param("order", orderId)
			.param("number", refundOrder)
			.param("besides", besides.toArray(String[]::new))
			.query((row, _) -> Money.ofMinor(row.getLong(1)))
			.single();
	}

	/** What can still come back of what was paid for a part; its order is locked. */
	Money leftOfPart(UUID part) {
		return this.jdbc
			.sql("select coalesce(part_paid_minor, 0) - refunded_part_minor from customer_order where id = :id")
			.param("id", part)
			.query((row, _) -> Money.ofMinor(row.getLong(1)))
			.single();
	}

	/** Counts a refund against the payment; the database refuses more than was paid. */
	void reserve(Refund refund) {
		count(refund.orderId(), refund.cash().minor(), refund.credit().minor(), refund.coupons().minor());
		countPart(refund.orderId(), refund.baseOrder(), refund.cash().plus(refund.coupons()).minor());
	}

	/** What does not come back after all may come back another way. */
	void release(Refund refund) {
		count(refund.orderId(), -refund.cash().minor(), -refund.credit().minor(), -refund.coupons().minor());
		countPart(refund.orderId(), refund.baseOrder(), -refund.cash().plus(refund.coupons()).minor());
	}

	/** The same for what its coupons do not get back. */
	void releaseCoupons(UUID orderId, String baseOrder, Money coupons) {
		count(orderId, 0, 0, -coupons.minor());
		countPart(orderId, baseOrder, -coupons.minor());
	}

	void insert(Refund refund) {
		this.jdbc
			.sql("""
					insert into order_refund (id, partner_id, owner_partner_id, reference, refund_order_number, order_id,
					                          base_order_number, customer_id, cause, cash_minor, credit_minor, coupon_minor,
					                          currency, service_type_code, service_type_name, resource_type_code,
					                          resource_type_name, region_code, state, approve_by, settle_at, told_at)
					values (:id, :partner, :owner, :reference, :refundOrder, :order, :base, :customer, :cause, :cash, :credit,
					        :coupons, :currency, :service, :serviceName::text, :resource::text, :resourceName::text,
					        :region::text, :state, :approveBy::timestamptz, :settleAt::timestamptz, :told)
					""")
			.param("id", refund.id())
			.param("partner", refund.realm().partnerId())
			.param("owner", refund.realm().ownerPartnerId())
			.param("reference", refund.reference())
			.param("refundOrder", refund.refundOrder())
			.param("order", refund.orderId())
			.param("base", refund.baseOrder())
			.param("customer", refund.customerId())
			.param("cause", refund.cause().name())
			.param("cash", refund.cash().minor())
			.param("credit", refund.credit().minor())
			.param("coupons", refund.coupons().minor())
			.param("currency", refund.cash().currency().getCurrencyCode())
			.param("service", refund.subject().serviceType())
			.param("serviceName", refund.subject().serviceTypeName())
			.param("resource", refund.subject().resourceType())
			.param("resourceName", refund.subject().resourceTypeName())
			.param("region", refund.subject().region())
			.param("state", refund.state().name())
			.param("approveBy", RefundRows.timestamp(refund.approveBy()))
			.param("settleAt", RefundRows.timestamp(refund.settleAt()))
			.param("told", Timestamp.from(refund.toldAt()))
			.update();
	}

	void schedule(UUID id, Instant settleAt) {
		this.jdbc.sql("update order_refund set state = 'SCHEDULED', settle_at = :at where id = :id")
			.param("id", id)
			.param("at", Timestamp.from(settleAt))
			.update();
	}

	/** Notes where the money goes, and whether it is there. */
	void send(UUID id, Refund.State state, Destination destination, LocalDate expectedBy, @Nullable Instant finishedAt,
			@Nullable String reason) {
		this.jdbc.sql("""
				update order_refund
				set state = :state, destination = :destination, expected_by = :expected,
				    finished_at = :finished::timestamptz, reason = :reason::text
				where id = :id
				""")
			.param("id", id)
			.param("state", state.name())
			.param("destination", destination.name())
			.param("expected", Date.valueOf(expectedBy))
			.param("finished", RefundRows.timestamp(finishedAt))
			.param("reason", reason)
			.update();
	}

	void reject(UUID id, String reason, Instant now) {
		this.jdbc.sql("update order_refund set state = 'REJECTED', reason = :reason, finished_at = :now where id = :id")
			.param("id", id)
			.param("reason", reason)
			.param("now", Timestamp.from(now))
			.update();
	}

	Optional<Refund> find(UUID id) {
		return this.jdbc.sql(RefundRows.SELECT + "where r.id = :id")
			.param("id", id)
			.query((row, index) -> RefundRows.refund(row))
			.optional();
	}

	Optional<Refund> find(String reference) {
		return this.jdbc.sql(RefundRows.SELECT + "where r.reference = :reference")
			.param("reference", reference)
			.query((row, index) -> RefundRows.refund(row))
			.optional();
	}

	/** Those that are to be settled, or have waited too long for an approval. */
	List<Refund> due(Instant now, int limit) {
		return this.jdbc.sql(RefundRows.SELECT + """
				where (r.state = 'SCHEDULED' and r.settle_at <= :now)
				   or (r.state = 'AWAITING_APPROVAL' and r.approve_by <= :now)
				order by r.id
				limit :limit
				""")
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query((row, index) -> RefundRows.refund(row))
			.list();
	}

	private void count(UUID orderId, long cash, long credit, long coupons) {
		this.jdbc.sql("""
				update customer_order
				set refunded_cash_minor = refunded_cash_minor + :cash,
				    refunded_credit_minor = refunded_credit_minor + :credit,
				    refunded_coupon_minor = refunded_coupon_minor + :coupons
				where id = :id
				""")
			.param("id", orderId)
			.param("cash", cash)
			.param("credit", credit)
			.param("coupons", coupons)
			.update();
	}

	/** Nothing to count if the refund is of the order itself, not of a part. */
	private void countPart(UUID orderId, String number, long minor) {
		this.jdbc.sql("""
				update customer_order set refunded_part_minor = refunded_part_minor + :minor
				where lower(order_number) = lower(:number) and combined_id = :order
				""").param("number", number).param("order", orderId).param("minor", minor).update();
	}

	/** What of a payment has come back so far. */
	record Refunded(Money cash, Money credit, Money coupons) {
	}

}
