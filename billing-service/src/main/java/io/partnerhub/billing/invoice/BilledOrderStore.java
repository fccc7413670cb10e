package io.partnerhub.billing.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.invoice.BilledOrder.Kind;
import io.partnerhub.billing.invoice.BilledOrder.Seller;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of billed orders and their refunds. */
@Component
class BilledOrderStore {

	private static final String COLUMNS = """
			select id, partner_id, owner_partner_id, order_number, seller, signing_entity, tax_rate, amount_minor,
			       refunded_minor, offset_minor, invoice_id, at
			from billed_order
			""";

	private static final String OPEN = """
			where partner_id = :partner and owner_partner_id = :owner and invoice_id is null
			  and refunded_minor + offset_minor < amount_minor
			""";

	private final JdbcClient jdbc;

	BilledOrderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One change of what a partner's invoices cover after the other: orders, invoices and
	 * owed invoices hang together.
	 */
	void takeTurns(Realm realm) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('invoices ' || :owner, 4))")
			.param("owner", realm.ownerPartnerId().toString())
			.query((row, index) -> true)
			.single();
	}

	/** False if the order is known already; waits for one that is under way. */
	boolean insert(BilledOrder order) {
		return this.jdbc
			.sql("""
					insert into billed_order (id, partner_id, owner_partner_id, order_number, seller, signing_entity, tax_rate,
					                          amount_minor, currency, at)
					values (:id, :partner, :owner, :number, :seller, :entity, :rate, :amount, :currency, :at)
					on conflict (owner_partner_id, order_number) do nothing
					""")
			.param("id", order.id())
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("number", order.number())
			.param("seller", order.kind().seller().name())
			.param("entity", order.kind().signingEntity())
			.param("rate", order.kind().taxRate())
			.param("amount", order.amount().minor())
			.param("currency", order.amount().currency().getCurrencyCode())
			.param("at", Timestamp.from(order.at()))
			.update() == 1;
	}

	Optional<BilledOrder> find(Realm realm, String number) {
		return this.jdbc.sql(COLUMNS + "where owner_partner_id = :owner and order_number = :number")
			.param("owner", realm.ownerPartnerId())
			.param("number", number)
			.query((row, index) -> order(row))
			.optional();
	}

	/** Those of the realm, locked in the order of their ids. */
	List<BilledOrder> lock(Realm realm, Collection<UUID> ids) {
		return this.jdbc.sql(COLUMNS + """
				where id in (:ids) and partner_id = :partner and owner_partner_id = :owner
				order by id
				for no key update
				""")
			.param("ids", ids)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> order(row))
			.list();
	}

	List<BilledOrder> lockOf(UUID invoice) {
		return this.jdbc.sql(COLUMNS + "where invoice_id = :invoice order by id for no key update")
			.param("invoice", invoice)
			.query((row, index) -> order(row))
			.list();
	}

	List<BilledOrder> open(Realm realm, PageQuery page) {
		return this.jdbc.sql(COLUMNS + OPEN + """
				  and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> order(row))
			.list();
	}

	Money sumOpen(Realm realm) {
		return this.jdbc
			.sql("select coalesce(sum(amount_minor - refunded_minor - offset_minor), 0) as total from billed_order "
					+ OPEN)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> Money.ofMinor(row.getLong("total")))
			.single();
	}

	void offset(UUID id, Money amount) {
		this.jdbc.sql("update billed_order set offset_minor = offset_minor + :amount where id = :id")
			.param("amount", amount.minor())
			.param("id", id)
			.update();
	}

	void refund(UUID id, Money amount) {
		this.jdbc.sql("update billed_order set refunded_minor = refunded_minor + :amount where id = :id")
			.param("amount", amount.minor())
			.param("id", id)
			.update();
	}

	/** How many of the orders came into the invoice: those that were in none. */
	int put(Collection<UUID> orders, UUID invoice) {
		return this.jdbc
			.sql("update billed_order set invoice_id = :invoice where id in (:orders) and invoice_id is null")
			.param("invoice", invoice)
			.param("orders", orders)
			.update();
	}

	void free(UUID invoice) {
		this.jdbc.sql("update billed_order set invoice_id = null where invoice_id = :invoice")
			.param("invoice", invoice)
			.update();
	}

	/** False if the reference is known already; waits for one that is under way. */
	boolean insertRefund(BilledOrder order, String reference, Money amount, Instant at) {
		return this.jdbc.sql("""
				insert into billed_order_refund (reference, order_id, partner_id, owner_partner_id, amount_minor, at)
				values (:reference, :order, :partner, :owner, :amount, :at)
				on conflict (owner_partner_id, reference) do nothing
				""")
			.param("reference", reference)
			.param("order", order.id())
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("amount", amount.minor())
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	/** Whether the reference names that refund of the order. */
	boolean isRefund(BilledOrder order, String reference, Money amount) {
		return this.jdbc.sql("""
				select order_id = :order and amount_minor = :amount
				from billed_order_refund
				where owner_partner_id = :owner and reference = :reference
				""")
			.param("order", order.id())
			.param("amount", amount.minor())
			.param("owner", order.realm().ownerPartnerId())
			.param("reference", reference)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	private static BilledOrder order(ResultSet row) throws SQLException {
		return new BilledOrder(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getString("order_number"),
				new Kind(Seller.valueOf(row.getString("seller")), row.getString("signing_entity"),
						row.getBigDecimal("tax_rate")),
				Money.ofMinor(row.getLong("amount_minor")), Money.ofMinor(row.getLong("refunded_minor")),
				Money.ofMinor(row.getLong("offset_minor")), row.getObject("invoice_id", UUID.class),
				row.getTimestamp("at").toInstant());
	}

}
