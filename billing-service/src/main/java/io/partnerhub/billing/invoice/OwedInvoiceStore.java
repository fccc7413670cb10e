package io.partnerhub.billing.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of owed invoices. */
@Component
class OwedInvoiceStore {

	private static final String OPEN = """
			from owed_invoice
			where partner_id = :partner and owner_partner_id = :owner and offset_minor < amount_minor
			""";

	private final JdbcClient jdbc;

	OwedInvoiceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
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
		return this.jdbc.sql("""
				select id, partner_id, owner_partner_id, invoice_number, reason, order_number, tax_rate, signing_entity,
				       amount_minor, offset_minor, at
				""" + OPEN + """
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
