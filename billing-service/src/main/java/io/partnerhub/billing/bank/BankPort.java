package io.partnerhub.billing.bank;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where money leaves the hub; a bank's adapter takes the place of the simulated one. The
 * instruction id stands for a payment at the bank for good: sent again it is the same
 * payment (I-21).
 */
public interface BankPort {

	/**
	 * Hands a payment over. The bank's answers go to the listener as they come: none,
	 * one, the same again, now or later. Whoever hears none does not know the outcome and
	 * asks.
	 * @throws BankSilentException if the bank did not even confirm the receipt in time
	 */
	void pay(Payment payment, Consumer<Answer> answers);

	/**
	 * What became of a payment.
	 * @throws BankSilentException if the bank does not say
	 */
	Answer ask(UUID instructionId);

	/** A payment in one or several parts; the bank makes all of them or none. */
	record Payment(UUID instructionId, Money amount, List<Part> parts) {
	}

	/**
	 * One part.
	 *
	 * @param signingEntity the vendor's company that pays (WDR-13)
	 * @param to the account; unknown where the money goes back the way it came
	 * @param originalSerialNumber the top-up whose payer gets his money back
	 */
	record Part(Money amount, String signingEntity, @Nullable BankAccount to, @Nullable String originalSerialNumber) {
	}

	/**
	 * What the bank says.
	 *
	 * @param reason why it refused
	 */
	record Answer(UUID instructionId, Outcome outcome, @Nullable String reason) {

		public static Answer paid(UUID instructionId) {
			return new Answer(instructionId, Outcome.PAID, null);
		}

		public static Answer rejected(UUID instructionId, String reason) {
			return new Answer(instructionId, Outcome.REJECTED, reason);
		}

	}

	/** What became of a payment; the first two are final. */
	enum Outcome {

		PAID, REJECTED, PENDING, NEVER_RECEIVED

	}

}
