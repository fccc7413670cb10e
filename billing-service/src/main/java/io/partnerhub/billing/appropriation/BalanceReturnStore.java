package io.partnerhub.billing.appropriation;

import java.sql.Timestamp;
import java.time.Instant;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of answered link ends. */
@Component
class BalanceReturnStore {

	private final JdbcClient jdbc;

	BalanceReturnStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean exists(CustomerDisassociated event) {
		return this.jdbc.sql("select true from balance_return where customer_id = :customer and epoch = :epoch")
			.param("customer", event.customerId())
			.param("epoch", event.epoch())
			.query((row, index) -> row.getBoolean(1))
			.optional()
			.isPresent();
	}

	void insert(CustomerDisassociated event, Money amount, Instant at) {
		this.jdbc
			.sql("""
					insert into balance_return (customer_id, epoch, partner_id, owner_partner_id, amount_minor, currency, at)
					values (:customer, :epoch, :partner, :owner, :amount, :currency, :at)
					""")
			.param("customer", event.customerId())
			.param("epoch", event.epoch())
			.param("partner", event.partnerId())
			.param("owner", event.ownerPartnerId())
			.param("amount", amount.minor())
			.param("currency", amount.currency().getCurrencyCode())
			.param("at", Timestamp.from(at))
			.update();
	}

}
