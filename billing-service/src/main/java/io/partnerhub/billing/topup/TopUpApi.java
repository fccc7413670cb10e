package io.partnerhub.billing.topup;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.topup.Flow.Incentive;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of money that arrived for partners (TOP-01). */
@RestController
class TopUpApi {

	private final TopUps topUps;

	private final Flows flows;

	TopUpApi(TopUps topUps, Flows flows) {
		this.topUps = topUps;
		this.flows = flows;
	}

	@PostMapping("/api/v1/vendor/top-ups")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Tops up a partner's account; repeated with the same bank serial number it changes nothing",
			description = "Payer, signing entity, restriction and time decide how the money may be withdrawn again.")
	Answer receive(Caller caller, @Valid @RequestBody Request request) {
		caller.require(Caller.Kind.VENDOR);
		return Answer.of(this.topUps.receive(request.receipt()));
	}

	@PutMapping("/api/v1/vendor/top-ups/{id}/invoiced-amount")
	@Operation(summary = "Tells how much of a top-up an invoice on receipt covers (到款开票)",
			description = "So much of it cannot be withdrawn until the invoice is returned (WDR-04). 409 TOP_UP_FLOW_TAKEN "
					+ "if that much is not left.")
	FlowFacts invoiced(Caller caller, @PathVariable UUID id, @Valid @RequestBody Invoiced request) {
		caller.require(Caller.Kind.VENDOR);
		return FlowFacts.of(this.flows.invoiced(id, request.amount()));
	}

	@PutMapping("/api/v1/vendor/top-ups/{id}/incentive")
	@Operation(summary = "Tells how far the incentive behind a rebate got",
			description = "A rebate is withdrawn once its incentive is issued, invoiced and approved (WDR-09).")
	FlowFacts incentive(Caller caller, @PathVariable UUID id, @Valid @RequestBody IncentiveStep request) {
		caller.require(Caller.Kind.VENDOR);
		return FlowFacts.of(this.flows.incentive(id, request.step()));
	}

	/**
	 * Money that arrived.
	 *
	 * @param channel how; BANK_TRANSFER unless told
	 * @param payer who paid; needed to send wallet money to a bank card (WDR-08)
	 * @param signingEntity the vendor's company that received it, 1–64 characters; the
	 * partner's present one unless told (WDR-13)
	 * @param restriction what it came with; then it is never withdrawn (WDR-02)
	 * @param incentive how far the incentive got, for channel REBATE; ISSUED unless told
	 * @param paidAt when it was paid; now unless told
	 */
	record Request(@NotNull UUID partnerId, @NotNull @Positive Money amount,
			@Schema(example = "2026030100017") @NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String bankSerialNumber,
			@Nullable Channel channel, @Nullable @Valid Payer payer,
			@Nullable @Size(min = 1, max = 64) String signingEntity, Flow.@Nullable Restriction restriction,
			@Nullable Incentive incentive, @Nullable Instant paidAt) {

		Receipt receipt() {
			return new Receipt(this.partnerId, this.amount, this.bankSerialNumber,
					(this.channel != null) ? this.channel : Channel.BANK_TRANSFER,
					(this.payer != null) ? this.payer.account() : null, this.signingEntity, this.restriction,
					this.incentive, this.paidAt);
		}

	}

	/**
	 * Who paid, from which account or wallet.
	 *
	 * @param holder owner's name, 1–200 characters
	 * @param accountNo number of the account or wallet, 1–64 characters
	 */
	record Payer(@NotBlank @Size(max = 200) String holder, @Nullable @Size(min = 1, max = 64) String accountNo,
			@Nullable @Size(min = 1, max = 100) String bankName, @Nullable @Size(min = 1, max = 200) String branch) {

		BankAccount account() {
			return new BankAccount(this.bankName, this.branch, this.holder, this.accountNo);
		}

		@Override
		public String toString() {
			return "***";
		}

	}

	/** So much is invoiced; 0.00 once the invoice is returned. */
	record Invoiced(@NotNull Money amount) {
	}

	/** How far an incentive got. */
	record IncentiveStep(@NotNull Incentive step) {
	}

	/** What is left of a top-up. */
	record FlowFacts(UUID id, Channel channel, Money amount, Money invoiced, Money taken, Money left,
			@Nullable Incentive incentive) {

		static FlowFacts of(Flow flow) {
			return new FlowFacts(flow.id(), flow.channel(), flow.amount(), flow.invoiced(), flow.taken(), flow.left(),
					flow.incentive());
		}

	}

	/** A booked top-up. */
	record Answer(UUID id, UUID transactionId, UUID partnerId, Money amount, String bankSerialNumber, Channel channel,
			Instant at) {

		static Answer of(TopUp topUp) {
			return new Answer(topUp.id(), topUp.id(), topUp.realm().ownerPartnerId(), topUp.amount(),
					topUp.bankSerialNumber(), topUp.channel(), topUp.at());
		}

	}

}
