package io.partnerhub.billing.appropriation;

import java.math.BigDecimal;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
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
 * money moves (ADJ-05), or who gets it (ADJ-06).
 */
@RestController
class AppropriationOpenApi {

	private static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(Integer.MAX_VALUE);

	private static final BigDecimal MAX_TO_RESELLER = new BigDecimal("999999999.99");

	private static final BigDecimal MAX_FROM_RESELLER = new BigDecimal("999999999999");

	private final Appropriations appropriations;

	private final KnownPartners partners;

	AppropriationOpenApi(Appropriations appropriations, KnownPartners partners) {
		this.appropriations = appropriations;
		this.partners = partners;
	}

	@PostMapping("/v2/accounts/partner-accounts/adjust-amount")
	@Operation(summary = "UpdateCustomerAccountAmount")
	Transfer adjust(Caller caller, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return new Transfer(adjust(caller, request, EntryKind.BEADJUST, proof));
	}

	@PostMapping("/v2/accounts/partner-accounts/reclaim")
	@Operation(summary = "ReclaimToPartnerAccount")
	Reclaim reclaim(Caller caller, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return new Reclaim(adjust(caller, request, EntryKind.BERETRIEVE, proof));
	}

	@PostMapping("/v2/accounts/partner-accounts/indirect-partner-adjust")
	@Operation(summary = "UpdateIndirectPartnerAccount")
	Transfer adjustReseller(Caller caller, @Valid @RequestBody ResellerRequest request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return new Transfer(adjust(caller, request, EntryKind.BEADJUST, MAX_TO_RESELLER, proof));
	}

	@PostMapping("/v2/accounts/partner-accounts/indirect-partner-reclaim")
	@Operation(summary = "ReclaimIndirectPartnerAccount")
	Reclaim reclaimFromReseller(Caller caller, @Valid @RequestBody ResellerRequest request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return new Reclaim(adjust(caller, request, EntryKind.BERETRIEVE, MAX_FROM_RESELLER, proof));
	}

	private String adjust(Caller caller, Request request, EntryKind kind, @Nullable String proof) {
		AppropriationRules.requireAdjusting(caller, AdjustTarget.CUSTOMER);
		Realm realm = this.partners.actingFor(caller, request.indirectPartnerId());
		UUID customer = Ids.parse(request.customerId()).orElseThrow(() -> Problem.notFound("customer"));
		return adjust(caller, realm,
				Adjustment.ofCustomer(kind, customer, null, money(request.amount(), MAX_AMOUNT), null, null), proof);
	}

	private String adjust(Caller caller, ResellerRequest request, EntryKind kind, BigDecimal most,
			@Nullable String proof) {
		AppropriationRules.requireAdjusting(caller, AdjustTarget.RESELLER);
		UUID reseller = this.partners.actingFor(caller, request.indirectPartnerId()).ownerPartnerId();
		return adjust(caller, Realm.of(caller),
				Adjustment.ofReseller(kind, reseller, money(request.amount(), most), null, null), proof);
	}

	/** Integrators learn that another adjustment of the target runs (ADJ-08). */
	private String adjust(Caller caller, Realm realm, Adjustment wish, @Nullable String proof) {
		return this.appropriations
			.adjust(new AdjustCommand(caller, realm, wish, false, proof, Outbox.Fact.presentTrace()))
			.transactionId()
			.toString();
	}

	private static Money money(BigDecimal amount, BigDecimal most) {
		if (amount.signum() <= 0 || amount.compareTo(most) > 0 || amount.stripTrailingZeros().scale() > 2) {
			throw Problem.invalid("/amount", "OUT_OF_RANGE",
					"amount is more than 0, at most " + most.toPlainString() + ", with at most two decimals.");
		}
		return Money.of(amount);
	}

	/** The request of the operations on a customer's account. */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Request(@NotBlank @Size(max = 64) String customerId, @NotNull BigDecimal amount,
			@Size(max = 64) @Nullable String indirectPartnerId) {
	}

	/** The request of the operations on a reseller's account. */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonIgnoreProperties(ignoreUnknown = true)
	record ResellerRequest(@NotBlank @Size(max = 64) String indirectPartnerId, @NotNull BigDecimal amount) {
	}

	/** The answer of an appropriation. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Transfer(String transferId) {
	}

	/** The answer of a reclaim. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Reclaim(String transId) {
	}

}
