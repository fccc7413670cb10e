package io.partnerhub.billing.appropriation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.Sheet;
import io.partnerhub.platform.problem.Problem;

/**
 * What commands of one transaction are decided on, under the locks of all accounts: the
 * balances, the transaction ids that have been used, and how many adjustments each
 * partner made today (ADJ-08). What one command takes is gone for the next.
 */
final class AdjustGround {

	private final Sheet sheet;

	private final Set<UsedId> used;

	private final Map<UUID, Integer> today;

	private final int perDay;

	private final Map<Realm, Integer> added = new HashMap<>();

	AdjustGround(Sheet sheet, List<UsedId> used, Map<UUID, Integer> today, int perDay) {
		this.sheet = sheet;
		this.used = new HashSet<>(used);
		this.today = today;
		this.perDay = perDay;
	}

	/** Moves the money, or refuses and leaves everything as it was. */
	void decide(Accepted accepted) {
		Realm realm = accepted.command().realm();
		Adjustment wish = accepted.command().wish();
		UsedId id = new UsedId(realm.ownerPartnerId(), wish.transactionId());
		if (this.used.contains(id)) {
			throw Problem.conflict("ADJUST_TRANSACTION_DUPLICATE", "This transaction id has been used.");
		}
		if (made(realm) >= this.perDay) {
			throw Problem.conflict("ADJUST_DAILY_LIMIT", "No more appropriations and reclaims are possible today.")
				.with("limit", this.perDay);
		}
		accepted.moveOn(this.sheet);
		this.used.add(id);
		this.added.merge(realm, 1, Integer::sum);
	}

	/** How many adjustments each partner has made on this ground. */
	Map<Realm, Integer> added() {
		return this.added;
	}

	Sheet sheet() {
		return this.sheet;
	}

	private int made(Realm realm) {
		return this.today.getOrDefault(realm.ownerPartnerId(), 0) + this.added.getOrDefault(realm, 0);
	}

	/** A partner's transaction id. */
	record UsedId(UUID ownerPartnerId, UUID transactionId) {
	}

}
