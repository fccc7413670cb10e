package io.partnerhub.billing.payonbehalf;

import java.util.UUID;

import io.partnerhub.billing.order.Paid;
import io.partnerhub.billing.provider.Hearing;
import io.partnerhub.billing.provider.Instruction;
import io.partnerhub.billing.provider.Providers;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has a partner pay a customer's order through a third party (ORD-08, ORD-22): the payer
 * is sent to the provider, and the order is paid once the provider says so.
 */
@Service
class ProviderPayments {

	private final ProviderPaymentSteps steps;

	private final Providers providers;

	ProviderPayments(ProviderPaymentSteps steps, Providers providers) {
		this.steps = steps;
		this.providers = providers;
	}

	/** Outside any transaction: each step commits before the next. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public Standing pay(PayWish wish, String channel) {
		Payment payment = this.steps.begin(wish, channel);
		this.providers.send(payment.id());
		return this.steps.standing(payment.id());
	}

	/** How a payment that the caller's partner began stands. */
	@Transactional(readOnly = true)
	public Standing get(Caller caller, String number, UUID id) {
		return this.steps.find(caller, number, id)
			.filter((payment) -> payment.method() == Paid.With.ONLINE)
			.map((payment) -> this.steps.standing(payment.id()))
			.orElseThrow(() -> Problem.notFound("payment"));
	}

	/**
	 * How a payment stands.
	 *
	 * @param instruction to the provider
	 * @param givenBack the instruction that takes back what was paid too late
	 */
	record Standing(Payment payment, Instruction instruction, @Nullable Instruction givenBack) {
	}

	@Bean
	static Hearing paymentsCollected(ProviderPaymentSteps steps) {
		return new Hearing(Instruction.Kind.PAYMENT, steps::heard);
	}

	@Bean
	static Hearing latePaymentsGivenBack(ProviderPaymentSteps steps) {
		return new Hearing(Instruction.Kind.REFUND, steps::heardOfGivingBack);
	}

}
