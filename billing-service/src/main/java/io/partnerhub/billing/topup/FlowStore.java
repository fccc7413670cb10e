package io.partnerhub.billing.topup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.bank.BankData;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of top-up flows. */
@Component
class FlowStore {

	private static final String SELECT = """
			select f.id, f.partner_id, f.owner_partner_id, f.channel, t.bank_serial_number, f.amount_minor,
			       f.invoiced_minor, f.taken_minor, f.signing_entity, f.payer, f.restriction, f.incentive,
			       f.original_failed, f.branch_known, f.paid_at
			from top_up_flow f
			join top_up t on t.id = f.id
			""";

	private static final String OWN = "where f.partner_id = :partner and f.owner_partner_id = :owner\n";

	private final JdbcClient jdbc;

	private final BankData bankData;

	FlowStore(JdbcClient jdbc, BankData bankData) {
		this.jdbc = jdbc;
		this.bankData = bankData;
	}

	void insert(Flow flow) {
		this.jdbc
			.sql("""
					insert into top_up_flow (id, partner_id, owner_partner_id, channel, amount_minor, signing_entity, payer,
					                         restriction, incentive, branch_known, paid_at)
					values (:id, :partner, :owner, :channel, :amount, :entity, :payer, :restriction, :incentive, :branch, :paid)
					""")
			.param("id", flow.id())
			.param("partner", flow.realm().partnerId())
			.param("owner", flow.realm().ownerPartnerId())
			.param("channel", flow.channel().name())
			.param("amount", flow.amount().minor())
			.param("entity", flow.signingEntity())
			.param("payer", encrypted(flow.payer(), flow.id()), Types.BINARY)
			.param("restriction", (flow.restriction() != null) ? flow.restriction().name() : null)
			.param("incentive", (flow.incentive() != null) ? flow.incentive().name() : null)
			.param("branch", flow.branchKnown())
			.param("paid", Timestamp.from(flow.paidAt()))
			.update();
	}

	List<Flow> page(Realm realm, PageQuery page) {
		return own(realm, OWN + """
				  and (cast(:after as uuid) is null or f.id < :after)
				order by f.id desc
				limit :fetch
				""").param("after", page.after()).param("fetch", page.fetch()).query((row, index) -> flow(row)).list();
	}

	Optional<Flow> find(UUID id) {
		return this.jdbc.sql(SELECT + "where f.id = :id").param("id", id).query((row, index) -> flow(row)).optional();
	}

	/** The newest flows of which something is left, kept to the present transaction. */
	List<Flow> lockNewest(Realm realm, int limit) {
		return own(realm, OWN + """
				  and f.taken_minor + f.invoiced_minor < f.amount_minor
				order by f.id desc
				limit :limit
				for no key update of f
				""").param("limit", limit).query((row, index) -> flow(row)).list();
	}

	/** The same of chosen ones. */
	List<Flow> lock(Realm realm, Collection<UUID> ids) {
		return own(realm, OWN + "  and f.id in (:ids) order by f.id desc for no key update of f").param("ids", ids)
			.query((row, index) -> flow(row))
			.list();
	}

	/** Takes an amount from a flow, or gives a negative one back. */
	void take(UUID id, Money amount) {
		this.jdbc.sql("update top_up_flow set taken_minor = taken_minor + :amount where id = :id")
			.param("id", id)
			.param("amount", amount.minor())
			.update();
	}

	void failOriginal(UUID id) {
		this.jdbc.sql("update top_up_flow set original_failed = true where id = :id").param("id", id).update();
	}

	void keepBranch(Flow flow, BankAccount payer) {
		this.jdbc.sql("update top_up_flow set branch_known = true, payer = :payer where id = :id")
			.param("id", flow.id())
			.param("payer", encrypted(payer, flow.id()), Types.BINARY)
			.update();
	}

	/** False if more than was invoiced before is not left. */
	boolean setInvoiced(UUID id, Money invoiced) {
		return this.jdbc.sql(
				"update top_up_flow set invoiced_minor = :invoiced where id = :id and taken_minor + :invoiced <= amount_minor")
			.param("id", id)
			.param("invoiced", invoiced.minor())
			.update() == 1;
	}

	void setIncentive(UUID id, Flow.Incentive incentive) {
		this.jdbc.sql("update top_up_flow set incentive = :incentive where id = :id")
			.param("id", id)
			.param("incentive", incentive.name())
			.update();
	}

	private JdbcClient.StatementSpec own(Realm realm, String condition) {
		return this.jdbc.sql(SELECT + condition)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId());
	}

	private byte @Nullable [] encrypted(@Nullable BankAccount payer, UUID id) {
		return (payer != null) ? this.bankData.encrypt(payer, id) : null;
	}

	private Flow flow(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		byte[] payer = row.getBytes("payer");
		String restriction = row.getString("restriction");
		String incentive = row.getString("incentive");
		return new Flow(id,
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				Channel.valueOf(row.getString("channel")), row.getString("bank_serial_number"),
				Money.ofMinor(row.getLong("amount_minor")), Money.ofMinor(row.getLong("invoiced_minor")),
				Money.ofMinor(row.getLong("taken_minor")), row.getString("signing_entity"),
				(payer != null) ? this.bankData.decrypt(payer, id) : null,
				(restriction != null) ? Flow.Restriction.valueOf(restriction) : null,
				(incentive != null) ? Flow.Incentive.valueOf(incentive) : null, row.getBoolean("original_failed"),
				row.getBoolean("branch_known"), row.getTimestamp("paid_at").toInstant());
	}

}
