package io.partnerhub.coupon.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Coupons as their issuer finds them; what a caller may see is decided in the query. */
@Repository
class IssuedCouponStore {

	private static final String OF_TEAM = """
			exists (select
			        from known_customer k join known_member m on m.member_id = k.account_manager_id
			        where k.customer_id = c.customer_id and m.supervisor_id = :team)
			""";

	private final JdbcClient jdbc;

	private final CouponStore coupons;

	IssuedCouponStore(JdbcClient jdbc, CouponStore coupons) {
		this.jdbc = jdbc;
		this.coupons = coupons;
	}

	List<Coupon> page(Caller caller, CouponFilter filter, Instant now, PageQuery page) {
		List<Conditions> parts = filter.parts(caller.owner(), now);
		String position = filter.position();
		parts.forEach((part) -> {
			part.and(position.formatted("c.id") + " < " + position.formatted(":after::uuid"), "after", page.after());
			if (caller.scope() == DataScope.TEAM) {
				part.and(OF_TEAM, "team", team(caller));
			}
		});
		return newest(parts, position, 0, page.fetch());
	}

	List<Coupon> search(UUID owner, CouponFilter filter, Instant now, int offset, int limit) {
		return newest(filter.parts(owner, now), filter.position(), offset, limit);
	}

	private List<Coupon> newest(List<Conditions> parts, String position, int offset, int limit) {
		String each = parts.stream()
			.map((part) -> "(select " + CouponStore.COLUMNS + "from coupon c where " + part.text() + "order by "
					+ position.formatted("c.id") + " desc limit :most)")
			.collect(Collectors.joining("\nunion all\n"));
		return this.jdbc.sql("select * from (" + each + ") c order by c.id desc limit :limit offset :offset")
			.params(parts.getFirst().parameters())
			.params(parts.getLast().parameters())
			.param("most", (long) offset + limit)
			.param("limit", limit)
			.param("offset", offset)
			.query(this.coupons::coupon)
			.list();
	}

	int count(UUID owner, CouponFilter filter, Instant now) {
		return filter.parts(owner, now)
			.stream()
			.mapToInt((part) -> this.jdbc.sql("select count(*) from coupon c where " + part.text())
				.params(part.parameters())
				.query((row, index) -> row.getInt(1))
				.single())
			.sum();
	}

	Optional<Coupon> find(Caller caller, CouponType type, UUID id) {
		Conditions conditions = new Conditions().and("c.owner_partner_id = :owner", "owner", caller.owner())
			.and("c.type = :type", "type", type)
			.and("c.id = :id", "id", id);
		if (caller.scope() == DataScope.TEAM) {
			conditions.and(OF_TEAM, "team", team(caller));
		}
		return this.jdbc.sql("select " + CouponStore.COLUMNS + "from coupon c where " + conditions.text())
			.params(conditions.parameters())
			.query(this.coupons::coupon)
			.optional();
	}

	/** A team's member always has an id. */
	private static UUID team(Caller caller) {
		return Objects.requireNonNull(caller.memberId());
	}

}
