package io.partnerhub.billing.claim;

import java.sql.Timestamp;
import java.util.Optional;

import io.partnerhub.billing.bank.BankData;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of incoming transfers. */
@Component
class IncomingTransferStore {

	private final JdbcClient jdbc;

	private final BankData bankData;

	IncomingTransferStore(JdbcClient jdbc, BankData bankData) {
		this.jdbc = jdbc;
		this.bankData = bankData;
	}

	/** A transfer and its claim wait for each other, whichever comes first. */
	void lock(String bankSerialNumber) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('transfer ' || :serial, 0))")
			.param("serial", bankSerialNumber)
			.query((row, index) -> true)
			.single();
	}

	void insert(IncomingTransfer transfer) {
		this.jdbc.sql("""
				insert into incoming_transfer (bank_serial_number, amount_minor, currency, payer, account_number,
				                               received_at)
				values (:serial, :amount, :currency, :payer, :account, :received)
				""")
			.param("serial", transfer.bankSerialNumber())
			.param("amount", transfer.amount().minor())
			.param("currency", transfer.amount().currency().getCurrencyCode())
			.param("payer", this.bankData.encrypt(transfer.payer(), transfer.bankSerialNumber()))
			.param("account", transfer.accountNumber())
			.param("received", Timestamp.from(transfer.receivedAt()))
			.update();
	}

	Optional<IncomingTransfer> find(String bankSerialNumber) {
		return this.jdbc.sql("""
				select bank_serial_number, amount_minor, payer, account_number, received_at
				from incoming_transfer
				where bank_serial_number = :serial
				""")
			.param("serial", bankSerialNumber)
			.query((row, index) -> new IncomingTransfer(row.getString("bank_serial_number"),
					Money.ofMinor(row.getLong("amount_minor")),
					this.bankData.decrypt(row.getBytes("payer"), row.getString("bank_serial_number")),
					row.getString("account_number"), row.getTimestamp("received_at").toInstant()))
			.optional();
	}

}
