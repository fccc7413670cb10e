package io.partnerhub.billing.appropriation;

import java.math.BigDecimal;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Appropriation and reclaim for integrators; a distributor may name the reseller whose
 * money moves (ADJ-05).
 */
@RestController
class AppropriationOpenApi {

	private static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(Integer.MAX_VALUE);

	private final Appropriations appropriations;

	private final KnownPartners partners;

	private final Proofs proofs;

	AppropriationOpenApi(Appropriations appropriations, KnownPartners partners, Proofs proofs) {
		this.appropriations = appropriations;
		this.partners = partners;
		this.proofs = proofs;
	}

	@PostMapping("/v2/accounts/partner-accounts/adjust-amount")
	@Operation(summary = "UpdateCustomerAccountAmount")
	Transfer adjust(Caller caller, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		AppropriationRules.requireAdjusting(caller);
		Realm realm = this.partners.actingFor(caller, request.indirectPartnerId());
		Adjustment adjustment = request.adjustment();
		this.proofs.whenSwitchedOn(caller, CriticalOperation.ADJUST_CUSTOMER_ACCOUNT, proof);
		return new Transfer(this.appropriations.appropriate(caller, realm, adjustment).transactionId().toString());
	}

	@PostMapping("/v2/accounts/partner-accounts/reclaim")
	@Operation(summary = "ReclaimToPartnerAccount")
	Reclaim reclaim(Caller caller, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		AppropriationRules.requireAdjusting(caller);
		Realm realm = this.partners.actingFor(caller, request.indirectPartnerId());
		Adjustment adjustment = request.adjustment();
		this.proofs.whenSwitchedOn(caller, CriticalOperation.ADJUST_CUSTOMER_ACCOUNT, proof);
		return new Reclaim(this.appropriations.reclaim(caller, realm, adjustment).transactionId().toString());
	}

	/** The request of both operations. */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Request(@NotBlank @Size(max = 64) String customerId, @NotNull BigDecimal amount,
			@Size(max = 64) @Nullable String indirectPartnerId) {

		Adjustment adjustment() {
			UUID customer = Ids.parse(this.customerId).orElseThrow(() -> Problem.notFound("customer"));
			return Adjustment.of(customer, money(), null);
		}

		private Money money() {
			if (this.amount.signum() <= 0 || this.amount.compareTo(MAX_AMOUNT) > 0
					|| this.amount.stripTrailingZeros().scale() > 2) {
				throw Problem.invalid("/amount", "OUT_OF_RANGE",
						"amount is more than 0, at most " + MAX_AMOUNT + ", with at most two decimals.");
			}
			return Money.of(this.amount);
		}

	}

	/** The answer of UpdateCustomerAccountAmount. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Transfer(String transferId) {
	}

	/** The answer of ReclaimToPartnerAccount. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Reclaim(String transId) {
	}

}
