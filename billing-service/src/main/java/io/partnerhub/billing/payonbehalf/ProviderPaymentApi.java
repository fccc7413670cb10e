package io.partnerhub.billing.payonbehalf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.order.Paid;
import io.partnerhub.billing.provider.Instruction;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.KeepsItsAnswer;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Paying a customer's order through a third party (ORD-08, ORD-22). */
@RestController
@Tag(name = "Orders")
class ProviderPaymentApi {

	private final ProviderPayments payments;

	ProviderPaymentApi(ProviderPayments payments) {
		this.payments = payments;
	}

	@PostMapping("/api/v1/orders/{orderId}/provider-payments")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@RequiresIdempotencyKey
	@KeepsItsAnswer
	@Operation(summary = "Pay a customer's order through a third party",
			description = "Send the payer to redirectUrl; the order is paid once the provider confirms, which the state tells. "
					+ "Until then the customer can pay or cancel the order himself; what is paid too late goes back the way it "
					+ "came, which givenBack tells. Goods of the marketplace take PETAL_PAY alone. Coupons go with payments from the balance. Refused "
					+ "as a payment from the balance is, and with 400 PAYMENT_METHOD_NOT_OFFERED for another channel, 409 if "
					+ "nothing is to be paid.")
	ProviderPaymentView pay(Caller caller, CommandKey key, @PathVariable String orderId,
			@Valid @RequestBody Choice choice,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		PayWish wish = new PayWish(caller, Paid.By.PARTNER, orderId, List.of(), choice.discountId(),
				choice.expectedAmount(), proof, key);
		return ProviderPaymentView.of(orderId, this.payments.pay(wish, choice.channel()));
	}

	@GetMapping("/api/v1/orders/{orderId}/provider-payments/{id}")
	@Operation(summary = "How a payment through a third party stands",
			description = "404 for a payment of another order, or of another partner.")
	ProviderPaymentView get(Caller caller, @PathVariable String orderId, @PathVariable UUID id) {
		return ProviderPaymentView.of(orderId, this.payments.get(caller, orderId, id));
	}

	/**
	 * How to pay.
	 *
	 * @param channel ALIPAY, WECHAT, UNIONPAY, HUAWEI_PAY or PETAL_PAY
	 * @param discountId a discount of the order; one that is fixed stands anyway (ORD-17)
	 * @param expectedAmount what the payer was shown: the order's price less the chosen
	 * discount. If another is to be paid by now, 409 ORDER_CHANGED tells it as amount
	 */
	@Schema(name = "ProviderPaymentChoice")
	record Choice(@NotNull @Pattern(regexp = "[A-Z_]{1,64}") @Schema(example = "ALIPAY") String channel,
			@Nullable @Size(min = 1, max = 64) String discountId, @Nullable Money expectedAmount) {
	}

	/**
	 * A payment through a third party.
	 *
	 * @param state WAITING, SENT or UNKNOWN until the provider has answered, then DONE or
	 * FAILED; DONE with givenBack is a payment that did not pay the order
	 * @param redirectUrl where the payer pays; absent until the provider has told
	 * @param reason why it failed, or why it came too late for the order
	 * @param givenBack how far the money is on its way back, if it came too late
	 */
	@Schema(name = "ProviderPayment")
	record ProviderPaymentView(UUID id, String orderId, Instruction.State state, String channel, Money amount,
			@Nullable String redirectUrl, @Nullable String reason, @Nullable GivenBack givenBack) {

		static ProviderPaymentView of(String orderId, ProviderPayments.Standing standing) {
			Instruction instruction = standing.instruction();
			GivenBack back = GivenBack.of(standing.givenBack());
			return new ProviderPaymentView(instruction.id(), orderId, instruction.state(), instruction.channel(),
					instruction.amount(), instruction.redirect(),
					(back != null) ? standing.payment().failure() : instruction.reason(), back);
		}

	}

	/**
	 * What was paid too late goes back (ORD-22).
	 *
	 * @param state UNDER_WAY, then DONE, or IN_PARTNER_ACCOUNT if the provider does not
	 * take it back
	 * @param finishedAt since when it is there
	 */
	@Schema(name = "ProviderPaymentGivenBack")
	record GivenBack(State state, Money amount, @Nullable Instant finishedAt) {

		static @Nullable GivenBack of(@Nullable Instruction instruction) {
			return (instruction == null) ? null : new GivenBack(switch (instruction.state()) {
				case WAITING, SENT, UNKNOWN -> State.UNDER_WAY;
				case DONE -> State.DONE;
				case FAILED -> State.IN_PARTNER_ACCOUNT;
			}, instruction.amount(), instruction.answeredAt());
		}

		/** How far it is. */
		@Schema(name = "ProviderPaymentGivenBackState")
		enum State {

			UNDER_WAY, DONE, IN_PARTNER_ACCOUNT

		}

	}

}
