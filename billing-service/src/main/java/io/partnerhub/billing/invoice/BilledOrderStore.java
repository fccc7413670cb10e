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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of billed orders, their refunds, and what they contribute to invoices. */
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
		this.jdbc.sql("""
				update billed_order
				set refunded_minor = refunded_minor + :amount,
				    excess_minor = greatest(0, refunded_minor + :amount + offset_minor - amount_minor)
				where id = :id
				""").param("amount", amount.minor()).param("id", id).update();
	}

	void put(UUID order, @Nullable UUID invoice) {
		this.jdbc.sql("update billed_order set invoice_id = cast(:invoice as uuid) where id = :id")
			.param("invoice", invoice)
			.param("id", order)
			.update();
	}

	void line(UUID invoice, BilledOrder order) {
		this.jdbc.sql("""
				insert into invoice_line (invoice_id, order_id, partner_id, owner_partner_id, amount_minor)
				values (:invoice, :order, :partner, :owner, :amount)
				on conflict (invoice_id, order_id) do update set amount_minor = excluded.amount_minor
				""")
			.param("invoice", invoice)
			.param("order", order.id())
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("amount", order.left().minor())
			.update();
	}

	/** False if the reference is known already; waits for one that is under way. */
	boolean insertRefund(BilledOrder order, String reference, Money amount, @Nullable UUID owed, Instant at) {
		return this.jdbc.sql("""
				insert into billed_order_refund (reference, order_id, partner_id, owner_partner_id, amount_minor,
				                                 owed_invoice_id, at)
				values (:reference, :order, :partner, :owner, :amount, cast(:owed as uuid), :at)
				on conflict (owner_partner_id, reference) do nothing
				""")
			.param("reference", reference)
			.param("order", order.id())
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("amount", amount.minor())
			.param("owed", owed)
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	Optional<Refund> findRefund(Realm realm, String reference) {
		return this.jdbc.sql("""
				select order_id, amount_minor, owed_invoice_id
				from billed_order_refund
				where owner_partner_id = :owner and reference = :reference
				""")
			.param("owner", realm.ownerPartnerId())
			.param("reference", reference)
			.query((row, index) -> new Refund(row.getObject("order_id", UUID.class),
					Money.ofMinor(row.getLong("amount_minor")), row.getObject("owed_invoice_id", UUID.class)))
			.optional();
	}

	/** The invoice whose place the order's offset took last. */
	Optional<String> offsetNumber(UUID order) {
		return this.jdbc.sql("""
				select o.invoice_number
				from owed_invoice_offset f
				join owed_invoice o on o.id = f.owed_invoice_id
				where f.source_id = :order
				order by f.id desc
				limit 1
				""").param("order", order).query((row, index) -> row.getString(1)).optional();
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

	/** A refund that was learnt. */
	record Refund(UUID orderId, Money amount, @Nullable UUID owedInvoiceId) {
	}

}
