package io.partnerhub.billing.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of owed invoices. */
@Component
class OwedInvoiceStore {

	private static final String OPEN = """
			from owed_invoice
			where partner_id = :partner and owner_partner_id = :owner and offset_minor < amount_minor
			""";

	private static final String COLUMNS = """
			select id, partner_id, owner_partner_id, invoice_number, reason, order_number, tax_rate, signing_entity,
			       amount_minor, offset_minor, at
			""";

	private final JdbcClient jdbc;

	OwedInvoiceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * False if the reference is known already; waits for one that is under way.
	 * @param reference of the vendor's feed
	 * @param refund reference of the refund it follows from
	 */
	boolean insert(OwedInvoice owed, @Nullable String reference, @Nullable String refund) {
		return this.jdbc
			.sql("""
					insert into owed_invoice (id, partner_id, owner_partner_id, invoice_number, reason, order_number, tax_rate,
					                          signing_entity, amount_minor, currency, at, reference, refund_reference)
					values (:id, :partner, :owner, :number, :reason, :order, :rate, :entity, :amount, :currency, :at, :reference,
					        :refund)
					on conflict (owner_partner_id, reference) do nothing
					""")
			.param("id", owed.id())
			.param("partner", owed.realm().partnerId())
			.param("owner", owed.realm().ownerPartnerId())
			.param("number", owed.invoiceNumber())
			.param("reason", owed.reason())
			.param("order", owed.orderNumber())
			.param("rate", owed.taxRate())
			.param("entity", owed.signingEntity())
			.param("amount", owed.amount().minor())
			.param("currency", owed.amount().currency().getCurrencyCode())
			.param("at", Timestamp.from(owed.at()))
			.param("reference", reference)
			.param("refund", refund)
			.update() == 1;
	}

	OwedInvoice get(Realm realm, String reference) {
		return this.jdbc.sql(COLUMNS + "from owed_invoice where owner_partner_id = :owner and reference = :reference")
			.param("owner", realm.ownerPartnerId())
			.param("reference", reference)
			.query((row, index) -> owedInvoice(row))
			.single();
	}

	Optional<OwedInvoice> lock(Realm realm, UUID id) {
		return this.jdbc.sql(COLUMNS + """
				from owed_invoice
				where id = :id and partner_id = :partner and owner_partner_id = :owner
				for no key update
				""")
			.param("id", id)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> owedInvoice(row))
			.optional();
	}

	/** What an invoice left owed and is not offset yet. */
	List<OwedInvoice> lockOpen(Realm realm, String invoiceNumber) {
		return this.jdbc.sql(COLUMNS + OPEN + "  and invoice_number = :number order by id for no key update")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("number", invoiceNumber)
			.query((row, index) -> owedInvoice(row))
			.list();
	}

	OwedInvoices.Sum sum(Realm realm) {
		return this.jdbc
			.sql("select coalesce(sum(amount_minor - offset_minor), 0) as total, count(*) as invoices " + OPEN)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> new OwedInvoices.Sum(Money.ofMinor(row.getLong("total")), row.getInt("invoices")))
			.single();
	}

	List<OwedInvoice> page(Realm realm, PageQuery page) {
		return this.jdbc.sql(COLUMNS + OPEN + """
				  and (cast(:after as uuid) is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> owedInvoice(row))
			.list();
	}

	private static OwedInvoice owedInvoice(ResultSet row) throws SQLException {
		return new OwedInvoice(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				row.getString("invoice_number"), row.getString("reason"), row.getString("order_number"),
				row.getBigDecimal("tax_rate"), row.getString("signing_entity"),
				Money.ofMinor(row.getLong("amount_minor")), Money.ofMinor(row.getLong("offset_minor")),
				row.getTimestamp("at").toInstant());
	}

}
