package io.partnerhub.program.incentivepolicy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.program.incentivepolicy.IncentivePolicy.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of incentive policies; the latest that begins by a month is in force in it. */
@Repository
class PolicyStore {

	private static final String IN_FORCE = """
			from service_type t
			cross join lateral (select id, from_month, kind, discount_allowed, marketplace
			                    from incentive_policy
			                    where service_type = t.code and from_month <= :month
			                    order by from_month desc
			                    limit 1) p
			where (:code::text is null or t.code = :code)
			""";

	private static final String COLUMNS = """
			select p.id, t.code, t.name_zh, t.name_en, p.from_month, p.kind, p.discount_allowed, p.marketplace
			""";

	private final JdbcClient jdbc;

	PolicyStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Feeds come one at a time, so that what is kept can be counted. */
	void oneAtATime() {
		this.jdbc.sql("lock table incentive_policy in share row exclusive mode").update();
	}

	Optional<IncentivePolicy> find(String serviceType, String from) {
		return this.jdbc.sql("""
				select id, kind, discount_allowed, marketplace
				from incentive_policy
				where service_type = :code and from_month = :month
				""")
			.param("code", serviceType)
			.param("month", from)
			.query((row, index) -> new IncentivePolicy(row.getObject("id", UUID.class), serviceType, from,
					Kind.valueOf(row.getString("kind")), row.getBoolean("discount_allowed"),
					row.getBoolean("marketplace")))
			.optional();
	}

	boolean knows(String serviceType) {
		return this.jdbc.sql("select exists (select from service_type where code = :code)")
			.param("code", serviceType)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	long count() {
		return this.jdbc.sql("select count(*) from incentive_policy").query((row, index) -> row.getLong(1)).single();
	}

	void save(IncentivePolicy policy) {
		this.jdbc.sql("""
				insert into incentive_policy (id, service_type, from_month, kind, discount_allowed, marketplace)
				values (:id, :code, :month, :kind, :discount, :marketplace)
				on conflict (service_type, from_month) do update
				   set kind = excluded.kind, discount_allowed = excluded.discount_allowed,
				       marketplace = excluded.marketplace
				""")
			.param("id", policy.id())
			.param("code", policy.serviceType())
			.param("month", policy.from())
			.param("kind", policy.kind().name())
			.param("discount", policy.discountAllowed())
			.param("marketplace", policy.marketplace())
			.update();
	}

	/** Those in force in the month, told last first. */
	List<InForce> page(String month, @Nullable String serviceType, PageQuery page) {
		return select(COLUMNS + IN_FORCE + """
				  and (:after::uuid is null or p.id < :after)
				order by p.id desc
				limit :limit
				""", month, serviceType).param("after", page.after())
			.param("limit", page.fetch())
			.query((row, index) -> inForce(row))
			.list();
	}

	/** In the order of their codes. */
	List<InForce> find(String month, @Nullable String serviceType, Offset offset) {
		return select(COLUMNS + IN_FORCE + "order by t.code offset :offset limit :limit", month, serviceType)
			.param("offset", offset.offset())
			.param("limit", offset.limit())
			.query((row, index) -> inForce(row))
			.list();
	}

	int count(String month, @Nullable String serviceType) {
		return select("select count(*) " + IN_FORCE, month, serviceType).query((row, index) -> row.getInt(1)).single();
	}

	private JdbcClient.StatementSpec select(String sql, String month, @Nullable String serviceType) {
		return this.jdbc.sql(sql).param("month", month).param("code", serviceType);
	}

	private static InForce inForce(ResultSet row) throws SQLException {
		return new InForce(new IncentivePolicy(row.getObject("id", UUID.class), row.getString("code"),
				row.getString("from_month"), Kind.valueOf(row.getString("kind")), row.getBoolean("discount_allowed"),
				row.getBoolean("marketplace")), row.getString("name_zh"), row.getString("name_en"));
	}

	/** A policy with the names of its service type. */
	record InForce(IncentivePolicy policy, String nameZh, String nameEn) {
	}

}
