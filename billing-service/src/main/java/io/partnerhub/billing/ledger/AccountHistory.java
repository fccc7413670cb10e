package io.partnerhub.billing.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The entries of one account in the order in which they changed it, for who reads many of
 * them: from one place in its gapless sequence to another, so that the balances at both
 * ends and the changes between them add up whatever is booked meanwhile (I-14).
 */
@Service
@Transactional(readOnly = true)
public class AccountHistory {

	private final AccountHistoryStore store;

	AccountHistory(AccountHistoryStore store) {
		this.store = store;
	}

	/** Where the account stood just before a time. */
	public Mark before(UUID account, Instant time) {
		return this.store.lastBefore(account, time).orElse(new Mark(0, Money.zero()));
	}

	/** The next entries after a place in the sequence, up to the last one wanted. */
	public List<Line> read(UUID account, long after, long last, int limit) {
		return this.store.read(account, after, last, limit);
	}

	/** A place in an account's sequence, 0 at its beginning, and the balance there. */
	public record Mark(long sequence, Money balance) {
	}

	/**
	 * An entry as the account sees it.
	 *
	 * @param change below zero where money left
	 * @param balance after it
	 * @param other who stands on the other side
	 * @param bankSerialNumber of a top-up
	 */
	public record Line(long sequence, UUID transactionId, EntryKind kind, Money change, Money balance, Instant at,
			Counterparty other, @Nullable String bankSerialNumber) {
	}

}
