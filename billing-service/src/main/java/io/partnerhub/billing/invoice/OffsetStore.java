package io.partnerhub.billing.invoice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.InvoiceEvent.Means;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what offset owed invoices, and what still stands of it. */
@Component
class OffsetStore {

	private final JdbcClient jdbc;

	OffsetStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void byOrder(OwedInvoice owed, UUID order, Money amount, String operator, Instant now) {
		insert(owed, Means.INVOICEABLE_AMOUNT, order, null, amount, operator, now);
	}

	/** All that is still owed. */
	void byReturn(OwedInvoice owed, UUID invoice, String operator, Instant now) {
		insert(owed, Means.INVOICE_RETURNED, null, invoice, owed.open(), operator, now);
	}

	/** Those of an order, the latest first. */
	List<Offset> standing(UUID order) {
		return this.jdbc
			.sql("""
					select f.id, f.order_id, o.invoice_number, f.standing_minor, i.state is distinct from 'RETURNED' as owing
					from owed_invoice_offset f
					join owed_invoice o on o.id = f.owed_invoice_id
					left join invoice i on i.number = o.invoice_number and i.owner_partner_id = o.owner_partner_id
					where f.order_id = :order and f.standing_minor > 0
					order by f.id desc
					""")
			.param("order", order)
			.query((row, index) -> new Offset(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class),
					row.getString("invoice_number"), row.getBoolean("owing"),
					Money.ofMinor(row.getLong("standing_minor"))))
			.list();
	}

	/** That much of the order stands in for nothing any more. */
	void takeBack(Offset offset, Money amount) {
		this.jdbc.sql("""
				with less as (
				    update owed_invoice_offset set standing_minor = standing_minor - :amount where id = :id)
				update billed_order set offset_minor = offset_minor - :amount where id = :order
				""").param("amount", amount.minor()).param("id", offset.id()).param("order", offset.orderId()).update();
	}

	/**
	 * What stood in for an invoice that came back can be invoiced itself; of an order
	 * that is in an invoice only once that comes back, too (INVO-07).
	 */
	void giveBack(Realm realm) {
		this.jdbc.sql("""
				with idle as (
				    select f.id, f.order_id, f.standing_minor
				    from owed_invoice_offset f
				    join owed_invoice o on o.id = f.owed_invoice_id
				    join invoice i on i.number = o.invoice_number and i.owner_partner_id = o.owner_partner_id
				    join billed_order b on b.id = f.order_id
				    where f.partner_id = :partner and f.owner_partner_id = :owner and f.standing_minor > 0
				      and i.state = 'RETURNED' and b.invoice_id is null),
				ended as (
				    update owed_invoice_offset set standing_minor = 0 where id in (select id from idle))
				update billed_order b
				set offset_minor = b.offset_minor - s.total
				from (select order_id, sum(standing_minor) as total from idle group by order_id) s
				where b.id = s.order_id
				""").param("partner", realm.partnerId()).param("owner", realm.ownerPartnerId()).update();
	}

	private void insert(OwedInvoice owed, Means means, @Nullable UUID order, @Nullable UUID invoice, Money amount,
			String operator, Instant now) {
		this.jdbc
			.sql("""
					with covered as (
					    update owed_invoice set offset_minor = offset_minor + :amount where id = :owed)
					insert into owed_invoice_offset (id, owed_invoice_id, partner_id, owner_partner_id, means, order_id, invoice_id,
					                                 tax_rate, signing_entity, amount_minor, standing_minor, operator, at)
					values (:id, :owed, :partner, :owner, :means, cast(:order as uuid), cast(:invoice as uuid), :rate, :entity,
					        :amount, case when cast(:order as uuid) is null then 0 else :amount end, :operator, :now)
					""")
			.param("id", Ids.next())
			.param("owed", owed.id())
			.param("partner", owed.realm().partnerId())
			.param("owner", owed.realm().ownerPartnerId())
			.param("means", means.name())
			.param("order", order)
			.param("invoice", invoice)
			.param("rate", owed.taxRate())
			.param("entity", owed.signingEntity())
			.param("amount", amount.minor())
			.param("operator", operator)
			.param("now", Timestamp.from(now))
			.update();
	}

}
