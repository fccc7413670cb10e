package io.partnerhub.billing.payee;

import java.util.UUID;

import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of what counts when a partner is paid (WDR-02, 03, 08, 13). */
@RestController
class PayeeApi {

	private final Payees payees;

	private final KnownPartners partners;

	PayeeApi(Payees payees, KnownPartners partners) {
		this.payees = payees;
		this.partners = partners;
	}

	@PutMapping("/api/v1/vendor/payees/{partnerId}")
	@Operation(summary = "Tells what counts when a partner is paid: verified name, contract, signing entity",
			description = "Replaces what was told before. Until told, the registered name counts as verified.")
	Facts tell(Caller caller, @PathVariable UUID partnerId, @Valid @RequestBody Facts facts) {
		caller.require(Caller.Kind.VENDOR);
		this.payees.learn(new Payee(this.partners.get(partnerId).realm(), facts.verifiedName().strip(),
				facts.verified(), facts.refundable(), facts.signingEntity().strip()));
		return facts;
	}

	/**
	 * What the vendor knows.
	 *
	 * @param verifiedName verified company name, 1–200 characters
	 * @param verified whether the real name is verified; otherwise nothing is withdrawn
	 * @param refundable false for a contract without refund; then nothing is withdrawn
	 * @param signingEntity the vendor's company that contracts the partner, 1–64
	 * characters
	 */
	record Facts(@NotBlank @Size(max = 200) String verifiedName, @NotNull Boolean verified, @NotNull Boolean refundable,
			@NotBlank @Size(max = 64) String signingEntity) {
	}

}
