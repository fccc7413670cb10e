package io.partnerhub.billing.withdrawal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of unposted flows. */
@Component
class UnpostedFlowStore {

	private static final String COLUMNS = """
			select id, reference, partner_id, owner_partner_id, kind, amount_minor, at, posted_at
			from unposted_flow
			""";

	private static final String OPEN = """
			where partner_id = :partner and owner_partner_id = :owner and posted_at is null
			""";

	private final JdbcClient jdbc;

	UnpostedFlowStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the reference is known already. */
	boolean insert(UnpostedFlow flow) {
		return this.jdbc
			.sql("""
					insert into unposted_flow (id, reference, partner_id, owner_partner_id, kind, amount_minor, currency, at)
					values (:id, :reference, :partner, :owner, :kind, :amount, :currency, :at)
					on conflict (reference) do nothing
					""")
			.param("id", flow.id())
			.param("reference", flow.reference())
			.param("partner", flow.realm().partnerId())
			.param("owner", flow.realm().ownerPartnerId())
			.param("kind", flow.kind().name())
			.param("amount", flow.amount().minor())
			.param("currency", flow.amount().currency().getCurrencyCode())
			.param("at", Timestamp.from(flow.at()))
			.update() == 1;
	}

	Optional<UnpostedFlow> find(String reference) {
		return this.jdbc.sql(COLUMNS + "where reference = :reference")
			.param("reference", reference)
			.query((row, index) -> flow(row))
			.optional();
	}

	void post(String reference, Instant now) {
		this.jdbc.sql("update unposted_flow set posted_at = :now where reference = :reference and posted_at is null")
			.param("reference", reference)
			.param("now", Timestamp.from(now))
			.update();
	}

	UnpostedFlows.Sum sum(Realm realm) {
		return this.jdbc
			.sql("select coalesce(sum(amount_minor), 0) as total, count(*) as flows from unposted_flow " + OPEN)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> new UnpostedFlows.Sum(Money.ofMinor(row.getLong("total")), row.getInt("flows")))
			.single();
	}

	List<UnpostedFlow> page(Realm realm, PageQuery page) {
		return this.jdbc.sql(COLUMNS + OPEN + """
				  and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> flow(row))
			.list();
	}

	private static UnpostedFlow flow(ResultSet row) throws SQLException {
		Timestamp posted = row.getTimestamp("posted_at");
		return new UnpostedFlow(row.getObject("id", UUID.class), row.getString("reference"),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				UnpostedFlow.Kind.valueOf(row.getString("kind")), Money.ofMinor(row.getLong("amount_minor")),
				row.getTimestamp("at").toInstant(), (posted != null) ? posted.toInstant() : null);
	}

}
