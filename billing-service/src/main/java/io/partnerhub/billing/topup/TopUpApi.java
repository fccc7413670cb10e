package io.partnerhub.billing.topup;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of money that arrived for partners (TOP-01). */
@RestController
class TopUpApi {

	private final TopUps topUps;

	TopUpApi(TopUps topUps) {
		this.topUps = topUps;
	}

	@PostMapping("/api/v1/vendor/top-ups")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Tops up a partner's account; repeated with the same bank serial number it changes nothing")
	Answer receive(Caller caller, @Valid @RequestBody Request request) {
		caller.require(Caller.Kind.VENDOR);
		return Answer.of(this.topUps.receive(request.partnerId(), request.amount(), request.bankSerialNumber(),
				(request.channel() != null) ? request.channel() : TopUp.Channel.BANK_TRANSFER));
	}

	/** Money that arrived. */
	record Request(@NotNull UUID partnerId, @NotNull @Positive Money amount,
			@Schema(example = "2026030100017") @NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String bankSerialNumber,
			TopUp.@Nullable Channel channel) {
	}

	/** A booked top-up. */
	record Answer(UUID id, UUID transactionId, UUID partnerId, Money amount, String bankSerialNumber,
			TopUp.Channel channel, Instant at) {

		static Answer of(TopUp topUp) {
			return new Answer(topUp.id(), topUp.id(), topUp.realm().ownerPartnerId(), topUp.amount(),
					topUp.bankSerialNumber(), topUp.channel(), topUp.at());
		}

	}

}
