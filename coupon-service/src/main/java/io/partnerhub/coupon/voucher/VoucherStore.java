package io.partnerhub.coupon.voucher;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.coupon.customer.EndedLink;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of vouchers; what a caller may see is decided in the query. */
@Repository
class VoucherStore {

	private static final String COLUMNS = """
			v.id, v.partner_id, v.owner_partner_id, v.quota_id, v.customer_id, v.epoch, v.association_type, v.face_minor,
			v.balance_minor, v.minimum_minor, v.reclaimed_at, v.effective_at, v.expires_at, v.created_at, v.version
			""";

	private static final String IN_TEAM = """
			  and (:team::uuid is null or exists (
			           select
			           from known_customer c join known_member m on m.member_id = c.account_manager_id
			           where c.customer_id = v.customer_id and m.supervisor_id = :team))
			""";

	private static final RowMapper<Voucher> VOUCHER = (row, index) -> new Voucher(row.getObject("id", UUID.class),
			row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
			row.getObject("quota_id", UUID.class), row.getObject("customer_id", UUID.class), row.getInt("epoch"),
			AssociationType.valueOf(row.getString("association_type")), Money.ofMinor(row.getLong("face_minor")),
			Money.ofMinor(row.getLong("balance_minor")), Money.ofMinor(row.getLong("minimum_minor")),
			instant(row.getTimestamp("reclaimed_at")), row.getTimestamp("effective_at").toInstant(),
			row.getTimestamp("expires_at").toInstant(), row.getTimestamp("created_at").toInstant(),
			row.getInt("version"));

	private final JdbcClient jdbc;

	VoucherStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Vouchers of one command share everything but their customer, so they go in with one
	 * statement.
	 */
	void insert(List<Voucher> vouchers) {
		Voucher first = vouchers.getFirst();
		this.jdbc
			.sql("""
					insert into voucher (id, partner_id, owner_partner_id, quota_id, customer_id, epoch, association_type,
					                     face_minor, balance_minor, minimum_minor, effective_at, expires_at, created_at)
					select id, :partner, :owner, :quota, customer, epoch, type, :face, :face, :minimum, :effective, :expires, :now
					from unnest(:ids::uuid[], :customers::uuid[], :epochs::int[], :types::text[]) as r (id, customer, epoch, type)
					""")
			.param("partner", first.partnerId())
			.param("owner", first.ownerPartnerId())
			.param("quota", first.quotaId())
			.param("face", first.face().minor())
			.param("minimum", first.minimumOrder().minor())
			.param("effective", Timestamp.from(first.effectiveAt()))
			.param("expires", Timestamp.from(first.expiresAt()))
			.param("now", Timestamp.from(first.createdAt()))
			.param("ids", vouchers.stream().map(Voucher::id).toArray(UUID[]::new))
			.param("customers", vouchers.stream().map(Voucher::customerId).toArray(UUID[]::new))
			.param("epochs", vouchers.stream().map(Voucher::epoch).toArray(Integer[]::new))
			.param("types", vouchers.stream().map((voucher) -> voucher.associationType().name()).toArray(String[]::new))
			.update();
	}

	List<Voucher> page(Caller caller, VoucherFilter filter, Instant now, PageQuery page) {
		return filter
			.bind(this.jdbc.sql("select " + COLUMNS + "from voucher v where " + VoucherFilter.CONDITION + IN_TEAM + """
					  and (:after::uuid is null or v.id < :after)
					order by v.id desc
					limit :fetch
					"""), caller.owner(), now)
			.param("team", team(caller))
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(VOUCHER)
			.list();
	}

	List<Voucher> search(UUID owner, VoucherFilter filter, Instant now, int offset, int limit) {
		return filter.bind(this.jdbc.sql("select " + COLUMNS + "from voucher v where " + VoucherFilter.CONDITION + """
				order by v.id desc
				limit :limit offset :offset
				"""), owner, now).param("limit", limit).param("offset", offset).query(VOUCHER).list();
	}

	int count(UUID owner, VoucherFilter filter, Instant now) {
		return filter.bind(this.jdbc.sql("select count(*) from voucher v where " + VoucherFilter.CONDITION), owner, now)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	Optional<Voucher> find(Caller caller, UUID id) {
		return this.jdbc
			.sql("select " + COLUMNS + "from voucher v where v.owner_partner_id = :owner and v.id = :id" + IN_TEAM)
			.param("owner", caller.owner())
			.param("id", id)
			.param("team", team(caller))
			.query(VOUCHER)
			.optional();
	}

	List<Voucher> pageOfCustomer(UUID customerId, PageQuery page) {
		return this.jdbc.sql("select " + COLUMNS + """
				from voucher v
				where v.customer_id = :customer and v.reclaimed_at is null and (:after::uuid is null or v.id < :after)
				order by v.id desc
				limit :fetch
				""")
			.param("customer", customerId)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(VOUCHER)
			.list();
	}

	Optional<UUID> quotaOf(UUID owner, UUID id) {
		return this.jdbc.sql("select quota_id from voucher where owner_partner_id = :owner and id = :id")
			.param("owner", owner)
			.param("id", id)
			.query((row, index) -> row.getObject("quota_id", UUID.class))
			.optional();
	}

	Optional<Voucher> lock(UUID owner, UUID id) {
		return this.jdbc
			.sql("select " + COLUMNS + "from voucher v where owner_partner_id = :owner and id = :id for update")
			.param("owner", owner)
			.param("id", id)
			.query(VOUCHER)
			.optional();
	}

	/** The quotas that the vouchers of a link were issued from. */
	List<UUID> quotasOf(EndedLink link) {
		return this.jdbc.sql("""
				select distinct quota_id
				from voucher
				where customer_id = :customer and partner_id = :partner and owner_partner_id = :owner
				  and epoch <= :epoch and reclaimed_at is null
				""")
			.param("customer", link.customerId())
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("epoch", link.epoch())
			.query((row, index) -> row.getObject("quota_id", UUID.class))
			.list();
	}

	/**
	 * Reclaims what is left of up to {@code limit} vouchers of a link; expired ones end
	 * by themselves.
	 */
	List<Voucher> reclaimNext(EndedLink link, Instant now, int limit) {
		return this.jdbc
			.sql("""
					update voucher v
					   set reclaimed_minor = balance_minor, balance_minor = 0, reclaimed_at = :now, version = version + 1
					 where id = any(array(
					           select id
					           from voucher
					           where customer_id = :customer and partner_id = :partner
					             and owner_partner_id = :owner and epoch <= :epoch
					             and reclaimed_at is null and balance_minor > 0 and expires_at > :now
					           order by id
					           limit :limit
					           for update))
					returning v.id, v.partner_id, v.owner_partner_id, v.quota_id, v.customer_id, v.epoch, v.association_type,
					          v.face_minor, v.reclaimed_minor as balance_minor, v.minimum_minor, v.reclaimed_at,
					          v.effective_at, v.expires_at, v.created_at, v.version
					""")
			.param("customer", link.customerId())
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("epoch", link.epoch())
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query(VOUCHER)
			.list();
	}

	void reclaim(UUID id, Instant now) {
		this.jdbc.sql("""
				update voucher
				   set reclaimed_minor = balance_minor, balance_minor = 0, reclaimed_at = :now, version = version + 1
				 where id = :id
				""").param("id", id).param("now", Timestamp.from(now)).update();
	}

	private static @Nullable UUID team(Caller caller) {
		return (caller.scope() == DataScope.TEAM) ? caller.memberId() : null;
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
