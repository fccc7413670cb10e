package io.partnerhub.billing.provider;

import java.util.UUID;

import io.partnerhub.billing.provider.ProviderPort.Answer;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the payment provider answered, by the vendor (ORD-22). */
@RestController
@Tag(name = "Orders")
class ProviderResultApi {

	private final ProviderSteps steps;

	ProviderResultApi(ProviderSteps steps) {
		this.steps = steps;
	}

	@PostMapping("/api/v1/vendor/provider-results")
	@Operation(summary = "Brings the payment provider's answer to an instruction; the same again changes nothing",
			description = "404 for an unknown instruction; 409 PROVIDER_RESULT_CONTRADICTS if the provider has answered "
					+ "otherwise before, "
					+ "PROVIDER_RESULT_TOO_EARLY before the instruction is handed over. What was paid too late for its "
					+ "order goes back by itself.")
	InstructionView result(Caller caller, @Valid @RequestBody ProviderResult result) {
		caller.require(Caller.Kind.VENDOR);
		return InstructionView.of(this.steps.settle(result.answer()));
	}

	/**
	 * What the provider answered.
	 *
	 * @param reason why it refused, 1–256 characters
	 */
	@Schema(name = "ProviderResult")
	record ProviderResult(@NotNull UUID instructionId, @NotNull Outcome outcome,
			@Nullable @Size(min = 1, max = 256) String reason) {

		Answer answer() {
			return (this.outcome == Outcome.DONE) ? Answer.done(this.instructionId)
					: Answer.rejected(this.instructionId, (this.reason != null) ? this.reason : "REJECTED");
		}

	}

	/** A final answer. */
	@Schema(name = "ProviderOutcome")
	enum Outcome {

		DONE, REJECTED

	}

	/**
	 * An instruction to the provider.
	 *
	 * @param paymentId for a refund, the payment it gives back
	 */
	@Schema(name = "ProviderInstruction")
	record InstructionView(UUID id, Instruction.Kind kind, Instruction.State state, String channel, Money amount,
			@Nullable UUID paymentId, @Nullable String reason) {

		static InstructionView of(Instruction instruction) {
			return new InstructionView(instruction.id(), instruction.kind(), instruction.state(), instruction.channel(),
					instruction.amount(), instruction.paymentId(), instruction.reason());
		}

	}

}
