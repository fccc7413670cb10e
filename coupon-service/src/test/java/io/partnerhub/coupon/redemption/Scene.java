package io.partnerhub.coupon.redemption;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.A;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Coupons as they stand after their issue, each with a quota of its own, whatever their
 * type and limits.
 */
final class Scene {

	static final Duration VALIDITY = Duration.ofDays(30);

	private static final String UNLIMITED = """
			{"serviceTypes":[],"excludedServiceTypes":[],"productIds":[],"excludedProductIds":[],"regions":[],
			 "orderTypes":[],"billingModes":[],"namedCustomers":[]}
			""";

	private final JdbcClient jdbc;

	private final A.Partner partner;

	Scene(JdbcClient jdbc, A.Partner partner) {
		this.jdbc = jdbc;
		this.partner = partner;
	}

	UUID voucher(UUID customer, int epoch, long face) {
		return coupon(CouponType.VOUCHER, customer, epoch, face, null, false);
	}

	UUID cash(UUID customer, long face, String limits) {
		return coupon(CouponType.CASH_COUPON, customer, 0, face, limits, false);
	}

	UUID coupon(CouponType type, UUID customer, int epoch, long face, String limits, boolean invoiceToUser) {
		UUID quota = Ids.next();
		this.jdbc
			.sql("""
					insert into quota (id, type, partner_id, owner_partner_id, state, currency, granted_minor, available_minor,
					                   live_minor, invoice_to_user, signing_entity, effective_at, expires_at, created_at, updated_at)
					values (:id, :type, :partner, :owner, 'NORMAL', 'CNY', :face, 0, :face, :invoice, :entity, :start, :end,
					        :start, :start)
					""")
			.param("id", quota)
			.param("type", type.name())
			.param("partner", this.partner.tenant())
			.param("owner", this.partner.id())
			.param("face", face)
			.param("invoice", invoiceToUser)
			.param("entity", invoiceToUser ? "CN-1" : null)
			.param("start", Timestamp.from(MovableClock.START))
			.param("end", Timestamp.from(MovableClock.START.plus(VALIDITY.multipliedBy(2))))
			.update();
		UUID coupon = Ids.next();
		this.jdbc
			.sql("""
					insert into coupon (id, type, partner_id, owner_partner_id, quota_id, customer_id, epoch, association_type,
					                    face_minor, balance_minor, minimum_minor, limits, invoice_to_user, signing_entity,
					                    effective_at, expires_at, created_at)
					values (:id, :type, :partner, :owner, :quota, :customer, :epoch, :association, :face, :face, 0,
					       :unlimited::jsonb || :limits::jsonb,
					        :invoice, :entity, :start, :end, :start)
					""")
			.param("id", coupon)
			.param("type", type.name())
			.param("partner", this.partner.tenant())
			.param("owner", this.partner.id())
			.param("quota", quota)
			.param("customer", customer)
			.param("epoch", epoch)
			.param("association", (epoch > 0) ? "RESALE" : null)
			.param("face", face)
			.param("unlimited", UNLIMITED)
			.param("limits", limits)
			.param("invoice", invoiceToUser)
			.param("entity", invoiceToUser ? "CN-1" : null)
			.param("start", Timestamp.from(MovableClock.START))
			.param("end", Timestamp.from(MovableClock.START.plus(VALIDITY)))
			.update();
		return coupon;
	}

	/** balance, locked, used, reclaimed, expired of the coupon, in minor units. */
	String coupon(UUID id) {
		return this.jdbc.sql("""
				select format('%s %s %s %s %s', balance_minor, locked_minor, used_minor, reclaimed_minor, expired_minor)
				from coupon
				where id = :id
				""").param("id", id).query(String.class).single();
	}

	/** available, live, used, expired, written off of its quota, in minor units. */
	String quota(UUID coupon) {
		return this.jdbc.sql("""
				select format('%s %s %s %s %s', q.available_minor, q.live_minor, q.used_minor, q.expired_minor,
				              q.written_minor)
				from quota q join coupon c on c.quota_id = q.id
				where c.id = :id
				""").param("id", coupon).query(String.class).single();
	}

	/**
	 * I-04, I-05: the coupon agrees with its locks, its redemptions and its quota, and
	 * the quota with its journal.
	 */
	boolean agrees(UUID coupon) {
		return this.jdbc
			.sql("""
					select c.locked_minor = (select coalesce(sum(amount_minor), 0) from coupon_lock where coupon_id = c.id)
					       and c.used_minor = (select coalesce(sum(case kind when 'USED' then amount_minor else -amount_minor end), 0)
					                           from redemption where coupon_id = c.id)
					       and q.live_minor = c.balance_minor and q.used_minor = c.used_minor
					       and q.available_minor + q.written_minor + q.expired_minor = c.reclaimed_minor + c.expired_minor
					       and q.used_minor = (select coalesce(sum(case when target = 'USED' then amount_minor
					                                                    when source = 'USED' then -amount_minor else 0 end), 0)
					                           from quota_journal where quota_id = q.id)
					       and q.last_sequence = (select count(*) from quota_journal where quota_id = q.id)
					from coupon c join quota q on q.id = c.quota_id
					where c.id = :id
					""")
			.param("id", coupon)
			.query(Boolean.class)
			.single();
	}

	void await(UUID coupon, int operation) {
		this.jdbc.sql("update coupon set ending = :operation where id = :id")
			.param("operation", operation)
			.param("id", coupon)
			.update();
	}

}
