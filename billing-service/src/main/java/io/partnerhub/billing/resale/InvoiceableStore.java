package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what may be invoiced, and of the facts behind it. */
@Component
class InvoiceableStore {

	/**
	 * Of one receiver and one issuer there are a few tax rates; of one receiver a few
	 * issuers.
	 */
	private static final int MOST = 200;

	private static final String COLUMNS = """
			select partner_id, owner_partner_id, receiver, receiver_id, tax_rate, amount_minor, invoiced_minor, excess_minor
			from invoiceable
			""";

	private static final String ROW = "where owner_partner_id = :owner and receiver_id = :receiver and tax_rate = :rate\n";

	private final JdbcClient jdbc;

	InvoiceableStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the reference is known already; waits for one that is under way. */
	boolean insert(InvoiceableFact fact) {
		return this.jdbc.sql("""
				insert into invoiceable_fact (reference, partner_id, owner_partner_id, receiver_id, tax_rate, kind,
				                              amount_minor, at)
				values (:reference, :partner, :owner, :receiver, :rate, :kind, :amount, :at)
				on conflict (reference) do nothing
				""")
			.param("reference", fact.reference())
			.param("partner", fact.issuer().partnerId())
			.param("owner", fact.issuer().ownerPartnerId())
			.param("receiver", fact.receiverId())
			.param("rate", fact.taxRate())
			.param("kind", fact.kind().name())
			.param("amount", fact.amount().minor())
			.param("at", Timestamp.from(fact.at()))
			.update() == 1;
	}

	InvoiceableFact fact(String reference) {
		return this.jdbc.sql("select * from invoiceable_fact where reference = :reference")
			.param("reference", reference)
			.query((row, index) -> new InvoiceableFact(reference,
					new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
					row.getObject("receiver_id", UUID.class), row.getBigDecimal("tax_rate"),
					InvoiceableFact.Kind.valueOf(row.getString("kind")), Money.ofMinor(row.getLong("amount_minor")),
					row.getTimestamp("at").toInstant()))
			.single();
	}

	void open(Realm issuer, Receiver receiver, BigDecimal rate) {
		this.jdbc.sql("""
				insert into invoiceable (partner_id, owner_partner_id, receiver, receiver_id, tax_rate, currency)
				values (:partner, :owner, :party, :receiver, :rate, 'CNY')
				on conflict (owner_partner_id, receiver_id, tax_rate) do nothing
				""")
			.param("partner", issuer.partnerId())
			.param("owner", issuer.ownerPartnerId())
			.param("party", receiver.party().name())
			.param("receiver", receiver.id())
			.param("rate", rate)
			.update();
	}

	/** False if less was consumed than the refund takes back. */
	boolean change(InvoiceableFact fact) {
		return this.jdbc.sql("""
				update invoiceable
				set amount_minor = amount_minor + :change,
				    excess_minor = greatest(0, invoiced_minor - amount_minor - :change)
				""" + ROW + "and amount_minor + :change >= 0")
			.param("change", fact.change().minor())
			.param("owner", fact.issuer().ownerPartnerId())
			.param("receiver", fact.receiverId())
			.param("rate", fact.taxRate())
			.update() == 1;
	}

	/** False if that much is not left; concurrent ones take turns on the row. */
	boolean take(UUID issuer, UUID receiver, BigDecimal rate, Money amount) {
		return this.jdbc
			.sql("update invoiceable set invoiced_minor = invoiced_minor + :amount\n" + ROW
					+ "and invoiced_minor + :amount <= amount_minor")
			.param("amount", amount.minor())
			.param("owner", issuer)
			.param("receiver", receiver)
			.param("rate", rate)
			.update() == 1;
	}

	/** An invoice counts no more. */
	void giveBack(UUID issuer, UUID receiver, BigDecimal rate, Money amount) {
		this.jdbc.sql("""
				update invoiceable
				set invoiced_minor = invoiced_minor - :amount,
				    excess_minor = greatest(0, invoiced_minor - :amount - amount_minor)
				""" + ROW)
			.param("amount", amount.minor())
			.param("owner", issuer)
			.param("receiver", receiver)
			.param("rate", rate)
			.update();
	}

	Optional<Invoiceable> find(UUID issuer, UUID receiver, BigDecimal rate) {
		return this.jdbc.sql(COLUMNS + ROW)
			.param("owner", issuer)
			.param("receiver", receiver)
			.param("rate", rate)
			.query((row, index) -> invoiceable(row))
			.optional();
	}

	List<Invoiceable> ofReceiver(UUID receiver) {
		return this.jdbc
			.sql(COLUMNS + "where receiver_id = :receiver order by owner_partner_id, tax_rate limit " + MOST)
			.param("receiver", receiver)
			.query((row, index) -> invoiceable(row))
			.list();
	}

	List<Invoiceable> ofIssuer(Realm issuer, UUID receiver) {
		return this.jdbc.sql(COLUMNS + """
				where partner_id = :partner and owner_partner_id = :owner and receiver_id = :receiver
				order by tax_rate
				""" + "limit " + MOST)
			.param("partner", issuer.partnerId())
			.param("owner", issuer.ownerPartnerId())
			.param("receiver", receiver)
			.query((row, index) -> invoiceable(row))
			.list();
	}

	private static Invoiceable invoiceable(ResultSet row) throws SQLException {
		return new Invoiceable(
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				new Receiver(Party.valueOf(row.getString("receiver")), row.getObject("receiver_id", UUID.class)),
				row.getBigDecimal("tax_rate"), Money.ofMinor(row.getLong("amount_minor")),
				Money.ofMinor(row.getLong("invoiced_minor")), Money.ofMinor(row.getLong("excess_minor")));
	}

}
