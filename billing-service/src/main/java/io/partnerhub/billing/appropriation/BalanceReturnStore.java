package io.partnerhub.billing.appropriation;

import java.sql.Timestamp;
import java.time.Instant;

import io.partnerhub.billing.customer.EndedLink;
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

	boolean exists(EndedLink link) {
		return this.jdbc.sql("select true from balance_return where customer_id = :customer and epoch = :epoch")
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.query((row, index) -> row.getBoolean(1))
			.optional()
			.isPresent();
	}

	void insert(EndedLink link, Money amount, Instant at) {
		this.jdbc
			.sql("""
					insert into balance_return (customer_id, epoch, partner_id, owner_partner_id, reason, amount_minor, currency,
					                            at)
					values (:customer, :epoch, :partner, :owner, :reason, :amount, :currency, :at)
					""")
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.param("partner", link.realm().partnerId())
			.param("owner", link.realm().ownerPartnerId())
			.param("reason", link.reason().name())
			.param("amount", amount.minor())
			.param("currency", amount.currency().getCurrencyCode())
			.param("at", Timestamp.from(at))
			.update();
	}

}
