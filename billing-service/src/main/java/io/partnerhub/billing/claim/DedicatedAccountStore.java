package io.partnerhub.billing.claim;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of dedicated accounts. */
@Component
class DedicatedAccountStore {

	private final JdbcClient jdbc;

	DedicatedAccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Opens one under the next number; a partner that has one keeps it. */
	void open(Realm realm, String prefix, Instant now) {
		this.jdbc.sql("""
				insert into dedicated_account (owner_partner_id, partner_id, account_number, opened_at)
				select :owner, :partner, :prefix || lpad(nextval('dedicated_account_number')::text, 10, '0'), :now
				where not exists (select from dedicated_account where owner_partner_id = :owner)
				on conflict (owner_partner_id) do nothing
				""")
			.param("owner", realm.ownerPartnerId())
			.param("partner", realm.partnerId())
			.param("prefix", prefix)
			.param("now", Timestamp.from(now))
			.update();
	}

	Optional<DedicatedAccount> find(Realm realm) {
		return this.jdbc.sql("""
				select account_number, opened_at
				from dedicated_account
				where owner_partner_id = :owner and partner_id = :partner
				""")
			.param("owner", realm.ownerPartnerId())
			.param("partner", realm.partnerId())
			.query((row, index) -> new DedicatedAccount(row.getString("account_number"),
					row.getTimestamp("opened_at").toInstant()))
			.optional();
	}

	Optional<Realm> ownerOf(String accountNumber) {
		return this.jdbc
			.sql("select partner_id, owner_partner_id from dedicated_account where account_number = :number")
			.param("number", accountNumber)
			.query((row, index) -> new Realm(row.getObject("partner_id", UUID.class),
					row.getObject("owner_partner_id", UUID.class)))
			.optional();
	}

}
