package io.partnerhub.billing.withdrawal;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.withdrawal.UnpostedFlow.Kind;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of money that is not booked yet (未入账, WDR-16). */
@RestController
class UnpostedFlowApi {

	private final UnpostedFlows flows;

	UnpostedFlowApi(UnpostedFlows flows) {
		this.flows = flows;
	}

	@PostMapping("/api/v1/vendor/unposted-flows")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Tells of money not booked yet; repeated with the same reference it changes nothing")
	Answer learn(Caller caller, @Valid @RequestBody Request request) {
		caller.require(Caller.Kind.VENDOR);
		return Answer.of(this.flows.learn(request.partnerId(), request.reference(), request.kind(), request.amount()));
	}

	@PostMapping("/api/v1/vendor/unposted-flows/{reference}/posting")
	@Operation(summary = "Tells that it is booked, or never will be: it counts no more")
	Answer post(Caller caller, @PathVariable String reference) {
		caller.require(Caller.Kind.VENDOR);
		return Answer.of(this.flows.post(reference));
	}

	/**
	 * Money not booked yet.
	 *
	 * @param reference the vendor's own id, 1–64 letters, digits, dots, dashes or
	 * underscores
	 */
	record Request(@NotNull UUID partnerId, @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String reference,
			@NotNull Kind kind, @NotNull @Positive Money amount) {
	}

	/** Money not booked yet, until it is posted. */
	record Answer(UUID id, String reference, UUID partnerId, Kind kind, Money amount, Instant at,
			@Nullable Instant postedAt) {

		static Answer of(UnpostedFlow flow) {
			return new Answer(flow.id(), flow.reference(), flow.realm().ownerPartnerId(), flow.kind(), flow.amount(),
					flow.at(), flow.postedAt());
		}

	}

}
