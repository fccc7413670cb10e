package io.partnerhub.billing.bill;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what the vendor charges partners, and of who settles how. */
@Component
class ChargeStore {

	private final JdbcClient jdbc;

	ChargeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Told again, a partner is billed from the same month on. */
	void saveTerms(Realm realm, boolean monthly, YearMonth first, Instant now) {
		this.jdbc
			.sql("""
					insert into billing_terms (partner_id, owner_partner_id, monthly, first_cycle, told_at)
					values (:partner, :owner, :monthly, :first, :now)
					on conflict (owner_partner_id) do update
					set monthly = excluded.monthly, told_at = excluded.told_at,
					    first_cycle = case when billing_terms.monthly then billing_terms.first_cycle else excluded.first_cycle end
					""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("monthly", monthly)
			.param("first", BillRules.code(first))
			.param("now", Timestamp.from(now))
			.update();
	}

	/** False if the reference has been used. */
	boolean insert(Charge charge, Instant now) {
		return this.jdbc
			.sql("""
					insert into partner_charge (reference, partner_id, owner_partner_id, cycle, description, amount_minor, currency,
					                            at)
					values (:reference, :partner, :owner, :cycle, :description, :amount, 'CNY', :now)
					on conflict (reference) do nothing
					""")
			.param("reference", charge.reference())
			.param("partner", charge.realm().partnerId())
			.param("owner", charge.realm().ownerPartnerId())
			.param("cycle", charge.cycle())
			.param("description", charge.description())
			.param("amount", charge.amount().minor())
			.param("now", Timestamp.from(now))
			.update() == 1;
	}

	Optional<Charge> find(String reference) {
		return this.jdbc.sql("""
				select reference, partner_id, owner_partner_id, cycle, description, amount_minor
				from partner_charge
				where reference = :reference
				""")
			.param("reference", reference)
			.query((row, index) -> new Charge(row.getString("reference"),
					new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
					row.getInt("cycle"), row.getString("description"), Money.ofMinor(row.getLong("amount_minor"))))
			.optional();
	}

	/** Whether the month has a bill; none can come until the transaction ends. */
	boolean isBilled(Realm realm, int cycle) {
		this.jdbc.sql("select from billing_terms where owner_partner_id = :owner for update")
			.param("owner", realm.ownerPartnerId())
			.query((_) -> {
			});
		return this.jdbc
			.sql("select exists (select from partner_bill where owner_partner_id = :owner and cycle = :cycle)")
			.param("owner", realm.ownerPartnerId())
			.param("cycle", cycle)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/** No charge comes in until the transaction ends. */
	void holdTerms() {
		this.jdbc.sql("select from billing_terms where monthly order by owner_partner_id for update").query((_) -> {
		});
	}

	/**
	 * What the vendor charges a partner for a month such as 202603; a credit is negative.
	 */
	record Charge(String reference, Realm realm, int cycle, String description, Money amount) {
	}

}
