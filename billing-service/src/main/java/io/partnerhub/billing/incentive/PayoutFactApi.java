package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of what counts when incentives are paid out (BIZ-01, INC-10). */
@RestController
@Tag(name = "Incentives")
class PayoutFactApi {

	private final Incentives incentives;

	PayoutFactApi(Incentives incentives) {
		this.incentives = incentives;
	}

	@PutMapping("/api/v1/vendor/payout-facts/{partnerId}")
	@Operation(summary = "Tell what counts for a partner's pay-outs: certification, tax rate, end of its programme",
			description = "Replaces what was told before. Until told, the business information is not certified.")
	Facts tell(Caller caller, @PathVariable UUID partnerId, @Valid @RequestBody Facts facts) {
		caller.require(Caller.Kind.VENDOR);
		this.incentives.learn(partnerId, facts.businessInfoCertified(), facts.taxRate().setScale(2),
				facts.programmeEndedAt());
		return facts;
	}

	/**
	 * What the vendor knows.
	 *
	 * @param businessInfoCertified whether the business information is certified (BIZ-01)
	 * @param taxRate of the partner's own invoices, 0.00–100.00 percent (INC-08)
	 * @param programmeEndedAt when the partner left its programme; absent while it has
	 * not
	 */
	@Schema(name = "PayoutFacts")
	record Facts(@NotNull Boolean businessInfoCertified,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate,
			@Nullable Instant programmeEndedAt) {
	}

}
