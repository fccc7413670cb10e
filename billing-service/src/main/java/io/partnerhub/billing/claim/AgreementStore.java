package io.partnerhub.billing.claim;

import java.sql.Timestamp;
import java.time.Instant;

import io.partnerhub.billing.ledger.Realm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of third-party payment agreements. */
@Component
class AgreementStore {

	private final JdbcClient jdbc;

	AgreementStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Realm realm, String payerName, Instant now) {
		this.jdbc.sql("""
				insert into payment_agreement (owner_partner_id, partner_id, payer_name, at)
				values (:owner, :partner, :name, :now)
				on conflict do nothing
				""")
			.param("owner", realm.ownerPartnerId())
			.param("partner", realm.partnerId())
			.param("name", payerName)
			.param("now", Timestamp.from(now))
			.update();
	}

	boolean exists(Realm realm, String payerName) {
		return this.jdbc
			.sql("select true from payment_agreement where owner_partner_id = :owner and payer_name = :name")
			.param("owner", realm.ownerPartnerId())
			.param("name", payerName)
			.query((row, index) -> row.getBoolean(1))
			.optional()
			.isPresent();
	}

}
