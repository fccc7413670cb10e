package io.partnerhub.billing.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of claims. */
@Component
class ClaimStore {

	private static final String SELECT = """
			select id, partner_id, owner_partner_id, bank_serial_number, amount_minor, payer_name, state, reason, top_up_id,
			       operator, submitted_at, finished_at
			from top_up_claim
			""";

	private final JdbcClient jdbc;

	ClaimStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the transfer is claimed already. */
	boolean insert(Claim claim) {
		return this.jdbc.sql("""
				insert into top_up_claim (id, partner_id, owner_partner_id, bank_serial_number, amount_minor, currency,
				                          payer_name, state, operator, submitted_at)
				values (:id, :partner, :owner, :serial, :amount, :currency, :payer, :state, :operator, :submitted)
				on conflict (bank_serial_number) where state <> 'REJECTED' do nothing
				""")
			.param("id", claim.id())
			.param("partner", claim.realm().partnerId())
			.param("owner", claim.realm().ownerPartnerId())
			.param("serial", claim.bankSerialNumber())
			.param("amount", claim.amount().minor())
			.param("currency", claim.amount().currency().getCurrencyCode())
			.param("payer", claim.payerName())
			.param("state", claim.state().name())
			.param("operator", claim.operator())
			.param("submitted", Timestamp.from(claim.submittedAt()))
			.update() == 1;
	}

	void save(Claim claim) {
		this.jdbc.sql("""
				update top_up_claim
				set state = :state, reason = :reason, top_up_id = :topUp, finished_at = :finished
				where id = :id
				""")
			.param("id", claim.id())
			.param("state", claim.state().name())
			.param("reason", claim.reason())
			.param("topUp", claim.topUpId(), Types.OTHER)
			.param("finished", (claim.finishedAt() != null) ? Timestamp.from(claim.finishedAt()) : null,
					Types.TIMESTAMP)
			.update();
	}

	Optional<Claim> find(Realm realm, UUID id) {
		return query("where id = :id and partner_id = :partner and owner_partner_id = :owner").param("id", id)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> claim(row))
			.optional();
	}

	Optional<Claim> lock(UUID id) {
		return query("where id = :id for update").param("id", id).query((row, index) -> claim(row)).optional();
	}

	/** The claim of a transfer that was not refused. */
	Optional<Claim> lock(String bankSerialNumber) {
		return query("where bank_serial_number = :serial and state <> 'REJECTED' for update")
			.param("serial", bankSerialNumber)
			.query((row, index) -> claim(row))
			.optional();
	}

	/** Claims that wait for an agreement with whoever paid. */
	List<Claim> lockMatched(Realm realm, String payerName, int limit) {
		return query("""
				where partner_id = :partner and owner_partner_id = :owner and state = 'MATCHED' and payer_name = :payer
				order by id
				limit :limit
				for update
				""").param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("payer", payerName)
			.param("limit", limit)
			.query((row, index) -> claim(row))
			.list();
	}

	/** Newest first; a condition that is absent is none. */
	List<Claim> page(@Nullable Realm realm, @Nullable ClaimState state, PageQuery page) {
		Conditions conditions = new Conditions()
			.and("partner_id = :tenant", "tenant", (realm != null) ? realm.partnerId() : null)
			.and("owner_partner_id = :own", "own", (realm != null) ? realm.ownerPartnerId() : null)
			.and("state = :state", "state", state)
			.and("id < :after", "after", page.after());
		return query("where " + conditions.text() + "order by id desc limit :fetch").params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> claim(row))
			.list();
	}

	private JdbcClient.StatementSpec query(String condition) {
		return this.jdbc.sql(SELECT + condition);
	}

	private static Claim claim(ResultSet row) throws SQLException {
		Timestamp finished = row.getTimestamp("finished_at");
		return new Claim(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getString("bank_serial_number"), Money.ofMinor(row.getLong("amount_minor")),
				row.getString("payer_name"), ClaimState.valueOf(row.getString("state")), row.getString("reason"),
				row.getObject("top_up_id", UUID.class), row.getString("operator"),
				row.getTimestamp("submitted_at").toInstant(), (finished != null) ? finished.toInstant() : null);
	}

}
