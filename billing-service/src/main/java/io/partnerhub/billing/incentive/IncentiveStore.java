package io.partnerhub.billing.incentive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.incentive.Incentive.State;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of incentives. */
@Component
class IncentiveStore {

	private static final String SELECT = """
			select id, number, partner_id, owner_partner_id, period, model, state, version, amount_minor, applied_minor,
			       paid_minor, void_minor, tax_rate, mode, notified_at, valid_until, expires_at, confirmed_at, at
			from incentive
			""";

	private final JdbcClient jdbc;

	IncentiveStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the number is known already; waits for one that is under way. */
	boolean insert(Incentive incentive) {
		return told(
				"""
						insert into incentive (id, number, partner_id, owner_partner_id, period, model, state, version, amount_minor,
						                       currency, tax_rate, notified_at, valid_until, expires_at, at)
						values (:id, :number, :partner, :owner, :period, :model, :state, 1, :amount, 'CNY', :rate, :notified, :valid,
						        :expires, :at)
						on conflict (number) do nothing
						""",
				incentive)
			.param("number", incentive.number())
			.param("partner", incentive.realm().partnerId())
			.param("owner", incentive.realm().ownerPartnerId())
			.param("at", Timestamp.from(incentive.at()))
			.update() == 1;
	}

	/** The vendor's newest word on an estimate. */
	void tell(Incentive incentive) {
		told("""
				update incentive
				set period = :period, model = :model, state = :state, version = version + 1, amount_minor = :amount,
				    tax_rate = :rate, notified_at = :notified, valid_until = :valid, expires_at = :expires
				where id = :id
				""", incentive).update();
	}

	Incentive lock(String number) {
		return this.jdbc.sql(SELECT + "where number = :number for no key update")
			.param("number", number)
			.query((row, index) -> incentive(row))
			.single();
	}

	Optional<Incentive> find(Realm realm, UUID id) {
		return own("", realm, List.of(id)).stream().findAny();
	}

	/** In the order of their ids, so that no two transactions wait in a circle. */
	List<Incentive> lock(Realm realm, Collection<UUID> ids) {
		return own("for no key update", realm, ids);
	}

	List<Incentive> page(Conditions conditions, PageQuery page) {
		conditions.and("id < :after", "after", page.after());
		return this.jdbc.sql(SELECT + "where " + conditions.text() + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> incentive(row))
			.list();
	}

	void confirm(UUID id, @Nullable Mode mode, Instant now) {
		this.jdbc.sql("""
				update incentive
				set state = 'PAYING', version = version + 1, confirmed_at = :now, mode = :mode
				where id = :id
				""")
			.param("id", id)
			.param("mode", (mode != null) ? mode.name() : null)
			.param("now", Timestamp.from(now))
			.update();
	}

	/** What has expired and was not applied for, kept to the present transaction. */
	List<Incentive> lockDue(Instant now, int limit) {
		return this.jdbc
			.sql(SELECT
					+ """
							where expires_at <= :now and state in ('TO_CONFIRM', 'PAYING') and applied_minor + void_minor < amount_minor
							order by expires_at
							limit :limit
							for no key update skip locked
							""")
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query((row, index) -> incentive(row))
			.list();
	}

	/** What is left of it is void. */
	void lapse(UUID id) {
		this.jdbc
			.sql("""
					update incentive
					set void_minor = amount_minor - applied_minor, version = version + 1,
					    state = case when applied_minor = 0 then 'VOID' when paid_minor = applied_minor then 'PAID' else state end
					where id = :id
					""")
			.param("id", id)
			.update();
	}

	/** Open incentives of the partner that are not void yet end with its programme. */
	void moveEnds(Realm realm, @Nullable Instant expiresAt) {
		this.jdbc.sql("""
				update incentive
				set expires_at = coalesce(cast(:expires as timestamptz), valid_until), version = version + 1
				where owner_partner_id = :owner and state in ('TO_CONFIRM', 'PAYING')
				  and expires_at <> coalesce(cast(:expires as timestamptz), valid_until)
				""").param("expires", timestamp(expiresAt)).param("owner", realm.ownerPartnerId()).update();
	}

	private JdbcClient.StatementSpec told(String sql, Incentive incentive) {
		return this.jdbc.sql(sql)
			.param("id", incentive.id())
			.param("period", incentive.period())
			.param("model", incentive.model().name())
			.param("state", incentive.state().name())
			.param("amount", incentive.amount().minor())
			.param("rate", incentive.taxRate())
			.param("notified", timestamp(incentive.notifiedAt()))
			.param("valid", timestamp(incentive.validUntil()))
			.param("expires", timestamp(incentive.expiresAt()));
	}

	private List<Incentive> own(String lock, Realm realm, Collection<UUID> ids) {
		return this.jdbc.sql(SELECT + """
				where id = any(:ids) and partner_id = :partner and owner_partner_id = :owner
				order by id
				""" + lock)
			.param("ids", ids.toArray(UUID[]::new))
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> incentive(row))
			.list();
	}

	static Incentive incentive(ResultSet row) throws SQLException {
		String mode = row.getString("mode");
		return new Incentive(row.getObject("id", UUID.class), row.getString("number"),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getString("period"), AssociationType.valueOf(row.getString("model")),
				State.valueOf(row.getString("state")), row.getInt("version"), money(row, "amount_minor"),
				money(row, "applied_minor"), money(row, "paid_minor"), money(row, "void_minor"),
				row.getBigDecimal("tax_rate"), (mode != null) ? Mode.valueOf(mode) : null, instant(row, "notified_at"),
				instant(row, "valid_until"), instant(row, "expires_at"), instant(row, "confirmed_at"),
				row.getTimestamp("at").toInstant());
	}

	private static Money money(ResultSet row, String column) throws SQLException {
		return Money.ofMinor(row.getLong(column));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant at) {
		return (at != null) ? Timestamp.from(at) : null;
	}

}
