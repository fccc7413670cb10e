package io.partnerhub.billing.withdrawal;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What partners, the vendor and the bank do at a withdrawal, for tests. */
@TestComponent
public final class Desk {

	static final String WITHDRAWALS = "/api/v1/withdrawals";

	private static final String VENDOR_WITHDRAWALS = "/api/v1/vendor/withdrawals/";

	private final HubClient client;

	private final Given given;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final Ledger ledger;

	private final TransactionTemplate transaction;

	private final Books books;

	Desk(HubClient client, Given given, MovableClock clock, JdbcClient jdbc, Accounts accounts, Ledger ledger,
			TransactionTemplate transaction, Books books) {
		this.client = client;
		this.given = given;
		this.clock = clock;
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.ledger = ledger;
		this.transaction = transaction;
		this.books = books;
	}

	/** Money that came by a channel from a payer; the id of the flow. */
	String topUp(Partner partner, String amount, String channel, Map<String, Object> more) {
		Map<String, Object> body = new LinkedHashMap<>(Map.of("partnerId", partner.id(), "amount", Given.money(amount),
				"bankSerialNumber", "SN" + Ids.next(), "channel", channel));
		body.putAll(more);
		return this.client.as(Given.VENDOR).post("/api/v1/vendor/top-ups", body).expect(201).text("/id");
	}

	/** A partner whose money any bank card of its own name may get. */
	Partner partnerWith(String amount) {
		Partner partner = this.given.distributor();
		topUp(partner, amount, "TRADE_MODEL_CONVERSION", Map.of());
		return partner;
	}

	static Map<String, Object> payer(String holder, String accountNo) {
		return Map.of("payer", Map.of("holder", holder, "accountNo", accountNo));
	}

	static Map<String, Object> original(String amount) {
		return new LinkedHashMap<>(Map.of("type", "ORIGINAL", "amount", Given.money(amount)));
	}

	/** To an account of the partner's registered name, with an end the bank acts upon. */
	static Map<String, Object> bankCard(String amount, String ending) {
		return toCard("BANK_CARD", amount, "Partner", "62258801" + ending);
	}

	static Map<String, Object> toCard(String type, String amount, String holder, String accountNo) {
		return new LinkedHashMap<>(Map.of("type", type, "amount", Given.money(amount), "bank",
				Map.of("name", "招商银行", "branch", "深圳科技园支行", "holder", holder, "accountNo", accountNo)));
	}

	static Map<String, Object> from(Map<String, Object> wish, String... flows) {
		wish.put("flowIds", List.of(flows));
		return wish;
	}

	Answer submit(Partner partner, Map<String, Object> wish) {
		Caller admin = partner.admin();
		return this.client.as(admin)
			.with(Proofs.HEADER, TestKeys.proof(admin, CriticalOperation.WITHDRAW, this.clock))
			.post(WITHDRAWALS, wish);
	}

	/** Submits and approves; the id of the withdrawal. */
	String approved(Partner partner, Map<String, Object> wish) {
		String id = submit(partner, wish).expect(201).text("/id");
		approve(id).expect(200);
		return id;
	}

	Answer approve(String id) {
		return this.client.as(Given.VENDOR).post(VENDOR_WITHDRAWALS + id + "/approval", "");
	}

	Answer reject(String id, String reason) {
		return this.client.as(Given.VENDOR).post(VENDOR_WITHDRAWALS + id + "/rejection", Map.of("reason", reason));
	}

	Answer cancel(Partner partner, String id) {
		return this.client.as(partner.admin()).post(WITHDRAWALS + "/" + id + "/cancellation", "");
	}

	Answer show(Partner partner, String id) {
		return this.client.as(partner.admin()).get(WITHDRAWALS + "/" + id);
	}

	String state(String id) {
		return this.client.as(Given.VENDOR).get(VENDOR_WITHDRAWALS + id).expect(200).text("/withdrawal/state");
	}

	/** The partner's top-ups, newest first. */
	Answer flows(Partner partner) {
		return this.client.as(partner.admin()).get("/api/v1/top-up-flows").expect(200);
	}

	String instruction(String id) {
		return this.client.as(Given.VENDOR).get(VENDOR_WITHDRAWALS + id).expect(200).text("/payment/instructionId");
	}

	Answer amount(Partner partner) {
		return this.client.as(partner.admin()).get("/api/v1/withdrawable-amount").expect(200);
	}

	Answer bankResult(String instruction, String outcome) {
		return this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/bank-results", Map.of("instructionId", instruction, "outcome", outcome));
	}

	Answer unposted(Partner partner, String reference, String amount) {
		return this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/unposted-flows", Map.of("partnerId", partner.id(), "reference", reference, "kind",
					"METERED_CHARGE", "amount", Given.money(amount)));
	}

	void payee(Partner partner, String name, boolean verified, boolean refundable, String signingEntity) {
		this.client.as(Given.VENDOR)
			.put("/api/v1/vendor/payees/" + partner.id(),
					Map.of("verifiedName", name, "verified", verified, "refundable", refundable, "signingEntity",
							signingEntity))
			.expect(200);
	}

	void owedInvoice(Partner partner, String number, String amount) {
		this.jdbc.sql("""
				insert into owed_invoice (id, partner_id, owner_partner_id, invoice_number, reason, tax_rate,
				                          signing_entity, amount_minor, currency, at)
				values (:id, :tenant, :owner, :number, 'REFUND', 6.00, '华为云', :amount, 'CNY', :at)
				""")
			.param("id", Ids.next())
			.param("tenant", partner.tenant())
			.param("owner", partner.id())
			.param("number", number)
			.param("amount", Money.of(amount).minor())
			.param("at", Timestamp.from(MovableClock.START))
			.update();
	}

	/** A customer that may owe. */
	UUID owing(Partner partner) {
		UUID customer = this.given.resaleCustomer(partner);
		this.jdbc.sql("update account set overdrawable = true where owner_kind = 'CUSTOMER' and holder_id = :id")
			.param("id", customer)
			.update();
		return customer;
	}

	/** The customer spends what he has not got. */
	void charge(Partner partner, UUID customer, String amount) {
		Realm realm = new Realm(partner.tenant(), partner.id());
		this.transaction.executeWithoutResult((status) -> this.ledger
			.move(new Movement(Ids.next(), EntryKind.CORRECTION, realm, this.accounts.ofCustomer(realm, customer).id(),
					this.accounts.clearing(realm).id(), Money.of(amount))));
	}

	/** A line the vendor grants. */
	void creditLine(Partner partner, String amount) {
		Account credit = this.accounts.ofPartner(new Realm(partner.tenant(), partner.id()), AccountType.CREDIT);
		this.jdbc.sql("update account set credit_limit_minor = :limit where id = :id")
			.param("limit", Money.of(amount).minor())
			.param("id", credit.id())
			.update();
	}

	/**
	 * Beside the ledger's arithmetic: what is held is what open withdrawals keep, and
	 * what is taken from a top-up is what withdrawals took that were not released.
	 */
	void balance() {
		this.books.balance();
		assertThat(this.books
			.number("""
					select count(*)
					from account a
					where a.type = 'HELD' and a.balance_minor <> (
					    select coalesce(sum(w.amount_minor), 0)
					    from withdrawal w
					    where w.owner_partner_id = a.owner_partner_id and w.state in ('SUBMITTED', 'APPROVED', 'PROCESSING'))
					"""))
			.isZero();
		assertThat(this.books.number("""
				select count(*)
				from top_up_flow f
				where f.taken_minor <> (
				    select coalesce(sum(s.amount_minor), 0)
				    from withdrawal_source s join withdrawal w on w.id = s.withdrawal_id
				    where s.flow_id = f.id and w.state in ('SUBMITTED', 'APPROVED', 'PROCESSING', 'SUCCEEDED'))
				""")).isZero();
	}

	String cash(Partner partner) {
		return balance(partner, "CASH");
	}

	String held(Partner partner) {
		return balance(partner, "HELD");
	}

	private String balance(Partner partner, String type) {
		long minor = this.jdbc.sql("""
				select coalesce(sum(balance_minor), 0)
				from account
				where owner_partner_id = :owner and owner_kind = 'PARTNER' and type = :type
				""").param("owner", partner.id()).param("type", type).query((row, index) -> row.getLong(1)).single();
		return Money.ofMinor(minor).decimal().toPlainString();
	}

}
