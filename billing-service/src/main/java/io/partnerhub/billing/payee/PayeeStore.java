package io.partnerhub.billing.payee;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import io.partnerhub.billing.ledger.Realm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what is known of payees. */
@Component
class PayeeStore {

	private final JdbcClient jdbc;

	PayeeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(Payee payee, Instant now) {
		this.jdbc
			.sql("""
					insert into payee_fact (owner_partner_id, partner_id, verified_name, verified, refundable, signing_entity, at)
					values (:owner, :partner, :name, :verified, :refundable, :entity, :now)
					on conflict (owner_partner_id) do update
					set verified_name = excluded.verified_name, verified = excluded.verified,
					    refundable = excluded.refundable, signing_entity = excluded.signing_entity, at = excluded.at
					""")
			.param("owner", payee.realm().ownerPartnerId())
			.param("partner", payee.realm().partnerId())
			.param("name", payee.verifiedName())
			.param("verified", payee.verified())
			.param("refundable", payee.refundable())
			.param("entity", payee.signingEntity())
			.param("now", Timestamp.from(now))
			.update();
	}

	/** As told by the feed, else by the partner's registration. */
	Optional<Payee> find(Realm realm, String defaultEntity) {
		return this.jdbc.sql("""
				select coalesce(f.verified_name, p.name) as verified_name, coalesce(f.verified, true) as verified,
				       coalesce(f.refundable, true) as refundable, coalesce(f.signing_entity, :entity) as signing_entity
				from known_partner p
				left join payee_fact f on f.owner_partner_id = p.id
				where p.id = :owner and p.partner_id = :partner
				""")
			.param("owner", realm.ownerPartnerId())
			.param("partner", realm.partnerId())
			.param("entity", defaultEntity)
			.query((row, index) -> new Payee(realm, row.getString("verified_name"), row.getBoolean("verified"),
					row.getBoolean("refundable"), row.getString("signing_entity")))
			.optional();
	}

	/**
	 * One withdrawal of a partner after the other. Not by the partner's row, which
	 * adjustments of a reseller find busy otherwise (ADJ-08).
	 */
	void lock(Realm realm) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('payee ' || :owner, 0))")
			.param("owner", realm.ownerPartnerId().toString())
			.query((row, index) -> true)
			.single();
	}

}
