package io.partnerhub.billing.provider;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Third-party payment (ORD-22); a provider's adapter takes the place of the simulated
 * one. The instruction id stands for a payment or refund at the provider for good: sent
 * again it is the same one.
 */
public interface ProviderPort {

	/**
	 * Opens a payment. The provider's answers go to the listener as they come: none, one,
	 * the same again, now or later. Whoever hears none does not know the outcome and
	 * asks.
	 * @return where the payer is sent to pay
	 * @throws ProviderSilentException if the provider did not even confirm the receipt in
	 * time
	 */
	String collect(Collection collection, Consumer<Answer> answers);

	/**
	 * Gives back what a payment brought, or a part of it, the way it came.
	 * @throws ProviderSilentException if the provider did not even confirm the receipt in
	 * time
	 */
	void giveBack(GiveBack giveBack, Consumer<Answer> answers);

	/**
	 * What became of a payment or refund.
	 * @throws ProviderSilentException if the provider does not say
	 */
	Answer ask(UUID instructionId);

	/**
	 * A payment to be made by a payer.
	 *
	 * @param channel how he pays, ALIPAY for example
	 * @param payBefore when the provider closes it unpaid
	 */
	record Collection(UUID instructionId, String channel, Money amount, Instant payBefore) {
	}

	/**
	 * A refund of a payment.
	 *
	 * @param paymentId instruction id of the payment
	 */
	record GiveBack(UUID instructionId, UUID paymentId, String channel, Money amount) {
	}

	/**
	 * What the provider says.
	 *
	 * @param reason why it refused
	 */
	record Answer(UUID instructionId, Outcome outcome, @Nullable String reason) {

		public static Answer done(UUID instructionId) {
			return new Answer(instructionId, Outcome.DONE, null);
		}

		public static Answer rejected(UUID instructionId, String reason) {
			return new Answer(instructionId, Outcome.REJECTED, reason);
		}

	}

	/** What became of an instruction; the first two are final. */
	enum Outcome {

		DONE, REJECTED, PENDING, NEVER_RECEIVED

	}

}
