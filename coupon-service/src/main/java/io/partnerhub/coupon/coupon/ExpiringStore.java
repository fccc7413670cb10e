package io.partnerhub.coupon.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers in the coupon's row that its customer was told. */
@Repository
class ExpiringStore {

	private final JdbcClient jdbc;

	ExpiringStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Coupons that expire in a time, marked as told; one in the hands of another command
	 * is told of later.
	 */
	List<Expiring> tell(Instant now, Instant until, int limit) {
		return this.jdbc.sql("""
				update coupon c
				   set expiring_told = true, version = c.version + 1
				 where c.id = any(array(
				           select c.id
				           from coupon c
				           where c.expiring_told = false and c.expires_at > :now and c.expires_at <= :until
				             and c.reclaimed_at is null and c.expired_at is null and c.balance_minor > 0
				             and c.ending is null
				           order by c.expires_at
				           limit :limit
				           for update skip locked))
				returning c.id, c.type, c.partner_id, c.owner_partner_id, c.customer_id, c.balance_minor, c.expires_at
				""")
			.param("now", Timestamp.from(now))
			.param("until", Timestamp.from(until))
			.param("limit", limit)
			.query(ExpiringStore::expiring)
			.list();
	}

	private static Expiring expiring(ResultSet row, int index) throws SQLException {
		Group group = new Group(row.getObject("customer_id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), CouponType.valueOf(row.getString("type")));
		return new Expiring(group, row.getObject("id", UUID.class), Money.ofMinor(row.getLong("balance_minor")),
				row.getTimestamp("expires_at").toInstant());
	}

	/** A coupon that expires soon. */
	record Expiring(Group group, UUID couponId, Money balance, Instant expiresAt) {
	}

	/** A customer, the issuer and the type: told of together, customers in order. */
	record Group(UUID customerId, UUID partnerId, UUID ownerPartnerId, CouponType type) implements Comparable<Group> {

		@Override
		public int compareTo(Group other) {
			return Comparator.comparing(Group::customerId)
				.thenComparing(Group::ownerPartnerId)
				.thenComparing(Group::type)
				.compare(this, other);
		}

	}

}
