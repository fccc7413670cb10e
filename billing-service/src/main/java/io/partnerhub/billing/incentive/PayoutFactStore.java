package io.partnerhub.billing.incentive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import io.partnerhub.billing.ledger.Realm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what counts for pay-outs. */
@Component
class PayoutFactStore {

	private final JdbcClient jdbc;

	PayoutFactStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(PayoutFacts facts, Instant now) {
		this.jdbc.sql("""
				insert into payout_fact (owner_partner_id, partner_id, certified, tax_rate, programme_ended_at, at)
				values (:owner, :partner, :certified, :rate, :ended, :now)
				on conflict (owner_partner_id) do update
				set certified = excluded.certified, tax_rate = excluded.tax_rate,
				    programme_ended_at = excluded.programme_ended_at, at = excluded.at
				""")
			.param("owner", facts.realm().ownerPartnerId())
			.param("partner", facts.realm().partnerId())
			.param("certified", facts.certified())
			.param("rate", facts.taxRate())
			.param("ended", timestamp(facts.programmeEndedAt()))
			.param("now", Timestamp.from(now))
			.update();
	}

	Optional<PayoutFacts> find(Realm realm) {
		return this.jdbc.sql("""
				select certified, tax_rate, programme_ended_at
				from payout_fact
				where owner_partner_id = :owner and partner_id = :partner
				""")
			.param("owner", realm.ownerPartnerId())
			.param("partner", realm.partnerId())
			.query((row, index) -> facts(row, realm))
			.optional();
	}

	private static PayoutFacts facts(ResultSet row, Realm realm) throws SQLException {
		Timestamp ended = row.getTimestamp("programme_ended_at");
		return new PayoutFacts(realm, row.getBoolean("certified"), row.getBigDecimal("tax_rate"),
				(ended != null) ? ended.toInstant() : null);
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant at) {
		return (at != null) ? Timestamp.from(at) : null;
	}

}
