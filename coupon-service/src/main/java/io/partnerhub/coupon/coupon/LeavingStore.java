package io.partnerhub.coupon.coupon;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of members who left and whose vouchers are not all back. */
@Repository
class LeavingStore {

	private final JdbcClient jdbc;

	LeavingStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Who leaves again before all is back loses what he got in between, too. */
	void save(UUID member, Instant leftAt) {
		this.jdbc.sql("""
				insert into enterprise_leaving (member_id, left_at)
				values (:member, :leftAt)
				on conflict (member_id) do update
				   set left_at = greatest(excluded.left_at, enterprise_leaving.left_at)
				""").param("member", member).param("leftAt", Timestamp.from(leftAt)).update();
	}

	List<UUID> open(int limit) {
		return this.jdbc.sql("select member_id from enterprise_leaving order by left_at limit :limit")
			.param("limit", limit)
			.query((row, index) -> row.getObject("member_id", UUID.class))
			.list();
	}

	/** When he left; nothing if all is back, or another instance is at it. */
	Optional<Instant> lock(UUID member) {
		return this.jdbc.sql("select left_at from enterprise_leaving where member_id = :member for update skip locked")
			.param("member", member)
			.query((row, index) -> row.getTimestamp("left_at").toInstant())
			.optional();
	}

	void delete(UUID member) {
		this.jdbc.sql("delete from enterprise_leaving where member_id = :member").param("member", member).update();
	}

}
