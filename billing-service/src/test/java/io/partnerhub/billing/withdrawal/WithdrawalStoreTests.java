package io.partnerhub.billing.withdrawal;

import java.util.UUID;

import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the database itself refuses. */
@WithdrawalTest
class WithdrawalStoreTests {

	private final JdbcClient jdbc;

	private final Desk desk;

	private final TransactionTemplate transaction;

	WithdrawalStoreTests(JdbcClient jdbc, Desk desk, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.desk = desk;
		this.transaction = transaction;
	}

	@ParameterizedTest
	@Tag("I-20")
	@Tag("WDR-16")
	@CsvSource({ "799999, true", "800000, false" })
	void acceptsNoMoreThanTheFourTermsLeave(long amount, boolean accepted) {
		Partner partner = this.desk.partnerWith("1.00");
		String sql = """
				insert into withdrawal (id, partner_id, owner_partner_id, type, state, version, amount_minor, currency,
				                        cash_minor, owed_minor, unposted_minor, arrears_minor, expected_by, operator,
				                        submitted_at)
				values ('%s', '%s', '%s', 'ORIGINAL', 'SUBMITTED', 1, %d, 'CNY', 1000000, 120000, 30000, 50001,
				        '2026-03-02', 'admin', '2026-03-01')
				""".formatted(Ids.next(), partner.tenant(), partner.id(), amount);
		if (accepted) {
			this.transaction.executeWithoutResult((status) -> {
				assertThat(this.jdbc.sql(sql).update()).isEqualTo(1);
				status.setRollbackOnly();
			});
		}
		else {
			refuses(sql, "withdrawal_covered");
		}
	}

	@Test
	@Tag("WDR-01")
	void keepsOneOpenWithdrawalPerPartner() {
		Partner partner = this.desk.partnerWith("100.00");
		UUID id = submitted(partner);
		refuses("""
				insert into withdrawal
				select '%s', partner_id, owner_partner_id, type, state, version, amount_minor, currency, cash_minor,
				       owed_minor, unposted_minor, arrears_minor, bank, expected_by, operator, reason, submitted_at,
				       finished_at
				from withdrawal where id = '%s'""".formatted(Ids.next(), id), "withdrawal_one_open");
	}

	@ParameterizedTest
	@Tag("I-22")
	@ValueSource(strings = { "state = 'SUCCEEDED', version = 2, finished_at = now()",
			"state = 'PROCESSING', version = 2", "state = 'APPROVED', version = 3", "state = 'APPROVED'",
			"state = 'DELETED', version = 2, finished_at = now()",
			"state = 'APPROVED', version = 2, amount_minor = 1" })
	void letsAWithdrawalGoForwardOnly(String change) {
		UUID id = submitted(this.desk.partnerWith("100.00"));
		refuses("update withdrawal set " + change + " where id = '" + id + "'", "a withdrawal cannot go");
		refuses("delete from withdrawal where id = '" + id + "'", "append-only");
	}

	@Test
	@Tag("WDR-05")
	void keepsTheSourcesForEver() {
		UUID id = submitted(this.desk.partnerWith("100.00"));
		refuses("update withdrawal_source set amount_minor = 1 where withdrawal_id = '" + id + "'", "append-only");
		refuses("delete from withdrawal_source where withdrawal_id = '" + id + "'", "append-only");
		refuses("update top_up_flow set taken_minor = amount_minor + 1 where id = (select flow_id from "
				+ "withdrawal_source where withdrawal_id = '" + id + "')", "top_up_flow_left");
	}

	@Test
	@Tag("I-21")
	void knowsOneInstructionPerWithdrawal() {
		String id = this.desk.approved(this.desk.partnerWith("100.00"), Desk.bankCard("60.00", "5678"));
		refuses("""
				insert into payout (instruction_id, withdrawal_id, partner_id, owner_partner_id, signing_entity, state,
				                    due_at)
				select '%s', withdrawal_id, partner_id, owner_partner_id, signing_entity, 'WAITING', due_at
				from payout where withdrawal_id = '%s'""".formatted(Ids.next(), id), "payout_withdrawal_id_key");
	}

	@Test
	@Tag("I-22")
	void settlesWhatIsHeldOnce() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201).text("/id");
		this.desk.cancel(partner, id).expect(200);
		refuses("""
				insert into entry (id, partner_id, owner_partner_id, transaction_id, kind, debit_account, credit_account,
				                   amount_minor, currency, debit_sequence, credit_sequence, debit_balance_minor,
				                   credit_balance_minor, at)
				select '%s', partner_id, owner_partner_id, transaction_id, 'WITHDRAWAL_PAID', debit_account,
				       credit_account, amount_minor, currency, 99, 99, 0, 0, at
				from entry where transaction_id = '%s' and kind = 'WITHDRAWAL_RELEASED'"""
			.formatted(Ids.next(), id), "withdrawal_settled_once");
	}

	private UUID submitted(Partner partner) {
		return UUID.fromString(this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201).text("/id"));
	}

	private void refuses(String sql, String reason) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(sql).update())
			.withMessageContaining(reason);
	}

}
