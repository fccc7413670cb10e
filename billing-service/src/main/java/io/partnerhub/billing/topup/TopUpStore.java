package io.partnerhub.billing.topup;

import java.sql.Timestamp;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of top-ups. */
@Component
class TopUpStore {

	private final JdbcClient jdbc;

	TopUpStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * False if the serial number has a top-up already; waits for one that is under way.
	 */
	boolean insert(TopUp topUp) {
		return this.jdbc
			.sql("""
					insert into top_up (id, partner_id, owner_partner_id, bank_serial_number, channel, amount_minor, currency,
					                    at)
					values (:id, :partner, :owner, :serial, :channel, :amount, :currency, :at)
					on conflict (bank_serial_number) do nothing
					""")
			.param("id", topUp.id())
			.param("partner", topUp.realm().partnerId())
			.param("owner", topUp.realm().ownerPartnerId())
			.param("serial", topUp.bankSerialNumber())
			.param("channel", topUp.channel().name())
			.param("amount", topUp.amount().minor())
			.param("currency", topUp.amount().currency().getCurrencyCode())
			.param("at", Timestamp.from(topUp.at()))
			.update() == 1;
	}

	TopUp get(String bankSerialNumber) {
		return this.jdbc.sql("""
				select id, partner_id, owner_partner_id, bank_serial_number, channel, amount_minor, at
				from top_up
				where bank_serial_number = :serial
				""")
			.param("serial", bankSerialNumber)
			.query((row, index) -> new TopUp(row.getObject("id", UUID.class),
					new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
					Money.ofMinor(row.getLong("amount_minor")), row.getString("bank_serial_number"),
					Channel.valueOf(row.getString("channel")), row.getTimestamp("at").toInstant()))
			.single();
	}

}
