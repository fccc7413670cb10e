package io.partnerhub.billing.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Accounts under their lock, and what moves between them: each movement is decided on the
 * balances that those before it left (I-16), and all are written at once.
 */
public final class Sheet {

	private final Map<UUID, Account> locked = new LinkedHashMap<>();

	private final Map<UUID, Account> present = new LinkedHashMap<>();

	private final Map<Place, UUID> places = new HashMap<>();

	private final List<Posting> postings = new ArrayList<>();

	private final Set<Place> opened;

	Sheet(Collection<Account> locked) {
		this(locked, Set.of());
	}

	/** With those accounts among them that were opened for it. */
	Sheet(Collection<Account> locked, Set<Place> opened) {
		this.opened = opened;
		locked.forEach((account) -> {
			this.locked.put(account.id(), account);
			this.present.put(account.id(), account);
			this.places.put(account.place(), account.id());
		});
	}

	/** The account as the movements so far left it. */
	public Account account(UUID id) {
		return Objects.requireNonNull(this.present.get(id), "no such account on this sheet");
	}

	public Account account(Place place) {
		return account(Objects.requireNonNull(this.places.get(place), "no such account on this sheet"));
	}

	boolean has(Place place) {
		return this.places.containsKey(place);
	}

	/** Refuses what the payer does not cover; nothing has moved then. */
	public void move(Movement movement) {
		account(movement.debit()).requireCovers(movement.amount());
		book(movement);
	}

	/** Without asking whether the payer covers it. */
	void book(Movement movement) {
		Account debit = account(movement.debit()).after(movement);
		Account credit = account(movement.credit()).after(movement);
		this.present.put(debit.id(), debit);
		this.present.put(credit.id(), credit);
		this.postings.add(Posting.of(movement, debit, credit));
	}

	List<Posting> postings() {
		return this.postings;
	}

	/** Every account that moved, before and after. */
	List<Change> changes() {
		return this.locked.values()
			.stream()
			.map((account) -> new Change(account, account(account.id())))
			.filter((change) -> change.after().entries() > change.before().entries())
			.toList();
	}

	/** Accounts that were opened for movements which were all refused. */
	List<UUID> openedInVain() {
		return this.opened.stream()
			.map(this::account)
			.filter((account) -> account.entries() == 0)
			.map(Account::id)
			.toList();
	}

	/** What a sheet does to one account. */
	record Change(Account before, Account after) {

		long difference() {
			return this.after.balance().minor() - this.before.balance().minor();
		}

	}

}
