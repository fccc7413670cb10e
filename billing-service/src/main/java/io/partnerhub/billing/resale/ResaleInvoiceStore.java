package io.partnerhub.billing.resale;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.resale.ResaleInvoice.State;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of partners' invoices. */
@Component
class ResaleInvoiceStore {

	private static final String COLUMNS = """
			select id, partner_id, owner_partner_id, receiver, receiver_id, state, type, title_kind, title, taxpayer_number,
			       tax_rate, amount_minor, number, file_id, corrects, delivery, reason, requested_by, requested_at, issued_at
			from resale_invoice
			""";

	private static final String ISSUED = "where id = :id and partner_id = :partner and owner_partner_id = :owner\n";

	private static final String RECEIVED = "where id = :id and receiver = :party and receiver_id = :receiver\n";

	private final JdbcClient jdbc;

	ResaleInvoiceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(ResaleInvoice invoice) {
		this.jdbc
			.sql("""
					insert into resale_invoice (id, partner_id, owner_partner_id, receiver, receiver_id, state, type, title_kind,
					                            title, taxpayer_number, tax_rate, amount_minor, currency, number, file_id,
					                            corrects, requested_by, requested_at, issued_at)
					values (:id, :partner, :owner, :party, :receiver, :state, :type, :titleKind, :title, :taxpayer, :rate, :amount,
					        :currency, :number, cast(:file as uuid), cast(:corrects as uuid), :requestedBy, :requestedAt,
					        cast(:issuedAt as timestamptz))
					""")
			.param("id", invoice.id())
			.param("partner", invoice.issuer().partnerId())
			.param("owner", invoice.issuer().ownerPartnerId())
			.param("party", invoice.receiver().party().name())
			.param("receiver", invoice.receiver().id())
			.param("state", invoice.state().name())
			.param("type", invoice.type().name())
			.param("titleKind", invoice.title().kind().name())
			.param("title", invoice.title().name())
			.param("taxpayer", invoice.title().taxpayerNumber())
			.param("rate", invoice.taxRate())
			.param("amount", invoice.amount().minor())
			.param("currency", invoice.amount().currency().getCurrencyCode())
			.param("number", invoice.number())
			.param("file", invoice.fileId())
			.param("corrects", invoice.corrects())
			.param("requestedBy", invoice.requestedBy())
			.param("requestedAt", Timestamp.from(invoice.requestedAt()))
			.param("issuedAt", timestamp(invoice.issuedAt()))
			.update();
	}

	Optional<ResaleInvoice> find(Realm issuer, UUID id) {
		return issued(ISSUED, issuer, id);
	}

	Optional<ResaleInvoice> lock(Realm issuer, UUID id) {
		return issued(ISSUED + "for no key update", issuer, id);
	}

	Optional<ResaleInvoice> find(Receiver receiver, UUID id) {
		return received(RECEIVED, receiver, id);
	}

	Optional<ResaleInvoice> lock(Receiver receiver, UUID id) {
		return received(RECEIVED + "for no key update", receiver, id);
	}

	void issue(UUID id, Issuance issuance, Instant now) {
		this.jdbc.sql("""
				update resale_invoice set state = 'ISSUED', number = :number, file_id = :file, issued_at = :now
				where id = :id
				""")
			.param("number", issuance.number())
			.param("file", issuance.fileId())
			.param("now", Timestamp.from(now))
			.param("id", id)
			.update();
	}

	void move(UUID id, State state, @Nullable String delivery, @Nullable String reason) {
		this.jdbc.sql("""
				update resale_invoice
				set state = :state, delivery = coalesce(:delivery, delivery), reason = coalesce(:reason, reason)
				where id = :id
				""")
			.param("state", state.name())
			.param("delivery", delivery)
			.param("reason", reason)
			.param("id", id)
			.update();
	}

	List<ResaleInvoice> page(Conditions conditions, PageQuery page) {
		conditions.and("id < :after", "after", page.after());
		return this.jdbc.sql(COLUMNS + "where " + conditions.text() + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> invoice(row))
			.list();
	}

	private Optional<ResaleInvoice> issued(String condition, Realm issuer, UUID id) {
		return this.jdbc.sql(COLUMNS + condition)
			.param("id", id)
			.param("partner", issuer.partnerId())
			.param("owner", issuer.ownerPartnerId())
			.query((row, index) -> invoice(row))
			.optional();
	}

	private Optional<ResaleInvoice> received(String condition, Receiver receiver, UUID id) {
		return this.jdbc.sql(COLUMNS + condition)
			.param("id", id)
			.param("party", receiver.party().name())
			.param("receiver", receiver.id())
			.query((row, index) -> invoice(row))
			.optional();
	}

	private static ResaleInvoice invoice(ResultSet row) throws SQLException {
		return new ResaleInvoice(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				new Receiver(Party.valueOf(row.getString("receiver")), row.getObject("receiver_id", UUID.class)),
				State.valueOf(row.getString("state")), InvoiceType.valueOf(row.getString("type")),
				new InvoiceTitle(InvoiceTitle.Kind.valueOf(row.getString("title_kind")), row.getString("title"),
						row.getString("taxpayer_number")),
				row.getBigDecimal("tax_rate"), Money.ofMinor(row.getLong("amount_minor")), row.getString("number"),
				row.getObject("file_id", UUID.class), row.getObject("corrects", UUID.class), row.getString("delivery"),
				row.getString("reason"), row.getString("requested_by"), row.getTimestamp("requested_at").toInstant(),
				instant(row.getTimestamp("issued_at")));
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
