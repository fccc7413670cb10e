package io.partnerhub.billing.invoice;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.invoice.BilledOrder.Kind;
import io.partnerhub.billing.invoice.BilledOrder.Seller;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the vendor's invoices. */
@Component
class InvoiceStore {

	private static final String COLUMNS = """
			select id, partner_id, owner_partner_id, state, type, medium, title_kind, title, taxpayer_number, seller,
			       signing_entity, tax_rate, amount_minor, receiver_pays, number, file_id, courier_number, tax_confirmed,
			       reason, operator, requested_at, expected_by, issued_at
			from invoice
			""";

	private static final String OWN = "where id = :id and partner_id = :partner and owner_partner_id = :owner\n";

	private final JdbcClient jdbc;

	InvoiceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Invoice invoice) {
		this.jdbc
			.sql("""
					insert into invoice (id, partner_id, owner_partner_id, state, type, medium, title_kind, title, taxpayer_number,
					                     seller, signing_entity, tax_rate, amount_minor, currency,
					                     receiver_pays, operator, requested_at, expected_by)
					values (:id, :partner, :owner, :state, :type, :medium, :titleKind, :title, :taxpayer, :seller, :entity,
					        :rate, :amount, :currency, :receiverPays, :operator, :at, :expected)
					""")
			.param("id", invoice.id())
			.param("partner", invoice.realm().partnerId())
			.param("owner", invoice.realm().ownerPartnerId())
			.param("state", invoice.state().name())
			.param("type", invoice.type().name())
			.param("medium", invoice.medium().name())
			.param("titleKind", invoice.title().kind().name())
			.param("title", invoice.title().name())
			.param("taxpayer", invoice.title().taxpayerNumber())
			.param("seller", invoice.kind().seller().name())
			.param("entity", invoice.kind().signingEntity())
			.param("rate", invoice.kind().taxRate())
			.param("amount", invoice.amount().minor())
			.param("currency", invoice.amount().currency().getCurrencyCode())
			.param("receiverPays", invoice.receiverPays())
			.param("operator", invoice.operator())
			.param("at", Timestamp.from(invoice.requestedAt()))
			.param("expected", date(invoice.expectedBy()), Types.DATE)
			.update();
	}

	Optional<Invoice> find(Realm realm, UUID id) {
		return own(OWN, realm, id);
	}

	Optional<Invoice> lock(Realm realm, UUID id) {
		return own(OWN + "for no key update", realm, id);
	}

	Optional<Invoice> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = :id").param("id", id).query((row, index) -> invoice(row)).optional();
	}

	/** The last reason stays until there is another. */
	void move(UUID id, InvoiceState state, @Nullable LocalDate expectedBy, @Nullable String reason) {
		this.jdbc.sql("""
				update invoice set state = :state, expected_by = :expected, reason = coalesce(:reason, reason)
				where id = :id
				""")
			.param("state", state.name())
			.param("expected", date(expectedBy), Types.DATE)
			.param("reason", reason)
			.param("id", id)
			.update();
	}

	/** A draft comes to another amount, and is submitted again. */
	void submit(Invoice draft, Money amount, boolean receiverPays, @Nullable LocalDate expectedBy) {
		this.jdbc.sql("""
				update invoice
				set state = 'UNDER_REVIEW', amount_minor = :amount, receiver_pays = :receiverPays,
				    expected_by = :expected, reason = null
				where id = :id
				""")
			.param("amount", amount.minor())
			.param("receiverPays", receiverPays)
			.param("expected", date(expectedBy), Types.DATE)
			.param("id", draft.id())
			.update();
	}

	void issue(UUID id, InvoiceState state, String number, @Nullable UUID file, @Nullable String courierNumber,
			Instant now) {
		this.jdbc.sql("""
				update invoice
				set state = :state, number = :number, file_id = cast(:file as uuid),
				    courier_number = :courier, expected_by = null, reason = null, issued_at = :now
				where id = :id
				""")
			.param("state", state.name())
			.param("number", number)
			.param("file", file)
			.param("courier", courierNumber)
			.param("now", Timestamp.from(now))
			.param("id", id)
			.update();
	}

	void confirmTax(UUID id, boolean confirmed) {
		this.jdbc.sql("update invoice set tax_confirmed = :confirmed where id = :id")
			.param("confirmed", confirmed)
			.param("id", id)
			.update();
	}

	List<Invoice> page(Conditions conditions, PageQuery page) {
		conditions.and("id < :after", "after", page.after());
		return this.jdbc.sql(COLUMNS + "where " + conditions.text() + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> invoice(row))
			.list();
	}

	private Optional<Invoice> own(String condition, Realm realm, UUID id) {
		return this.jdbc.sql(COLUMNS + condition)
			.param("id", id)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> invoice(row))
			.optional();
	}

	private static Invoice invoice(ResultSet row) throws SQLException {
		return new Invoice(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				InvoiceState.valueOf(row.getString("state")), InvoiceType.valueOf(row.getString("type")),
				Invoice.Medium.valueOf(row.getString("medium")),
				new InvoiceTitle(InvoiceTitle.Kind.valueOf(row.getString("title_kind")), row.getString("title"),
						row.getString("taxpayer_number")),
				new Kind(Seller.valueOf(row.getString("seller")), row.getString("signing_entity"),
						row.getBigDecimal("tax_rate")),
				Money.ofMinor(row.getLong("amount_minor")), row.getBoolean("receiver_pays"), row.getString("number"),
				row.getObject("file_id", UUID.class), row.getString("courier_number"), row.getBoolean("tax_confirmed"),
				row.getString("reason"), row.getString("operator"), row.getTimestamp("requested_at").toInstant(),
				row.getObject("expected_by", LocalDate.class), instant(row.getTimestamp("issued_at")));
	}

	private static @Nullable Date date(@Nullable LocalDate date) {
		return (date != null) ? Date.valueOf(date) : null;
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
