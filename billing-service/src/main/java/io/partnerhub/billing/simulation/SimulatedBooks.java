package io.partnerhub.billing.simulation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Component;

/**
 * The own books of simulated banks and providers. Under one instruction id they decide
 * once, however often they are told.
 */
@Component
public class SimulatedBooks {

	private final SimulatedStore store;

	SimulatedBooks(SimulatedStore store) {
		this.store = store;
	}

	/** True the first time it hears of an instruction, which it then forgets. */
	public boolean losesFirst(Book book, UUID instructionId, Money amount, Instant now) {
		return this.store.insertLost(book, instructionId, amount, now);
	}

	/** What was decided first stays. */
	public void keep(Book book, Kept kept) {
		this.store.keep(book, kept);
	}

	public Optional<Kept> find(Book book, UUID instructionId) {
		return this.store.find(book, instructionId);
	}

	/** Whose books, and what it calls an instruction that it carried out. */
	public enum Book {

		BANK("simulated_payment", "PAID"), PROVIDER("simulated_collection", "DONE");

		private final String table;

		private final String done;

		Book(String table, String done) {
			this.table = table;
			this.done = done;
		}

		String table() {
			return this.table;
		}

		String done() {
			return this.done;
		}

	}

	/** An instruction as it was decided. */
	public record Kept(UUID instructionId, Money amount, boolean refused, Instant answersAt) {
	}

}
