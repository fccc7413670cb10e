package io.partnerhub.billing.payonbehalf;

import java.util.UUID;

import io.partnerhub.billing.provider.Hearing;
import io.partnerhub.billing.provider.Instruction;
import io.partnerhub.billing.provider.Providers;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
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
	public Instruction pay(PayWish wish, String channel) {
		return this.providers.send(this.steps.begin(wish, channel).id());
	}

	/** How a payment that the caller's partner began stands. */
	@Transactional(readOnly = true)
	public Instruction get(Caller caller, String number, UUID id) {
		return this.steps.find(caller, number, id)
			.flatMap((payment) -> this.providers.find(payment.id()))
			.orElseThrow(() -> Problem.notFound("payment"));
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
