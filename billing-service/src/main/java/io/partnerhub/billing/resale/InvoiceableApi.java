package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.resale.InvoiceableFact.Kind;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What partners may invoice: fed by the vendor, seen by issuer and receiver (INVO-12).
 */
@RestController
@Tag(name = "Invoices of partners")
class InvoiceableApi {

	private final Invoiceables invoiceables;

	InvoiceableApi(Invoiceables invoiceables) {
		this.invoiceables = invoiceables;
	}

	@PostMapping("/api/v1/vendor/invoiceable-amounts")
	@Operation(summary = "Tell what a customer or reseller consumed, or was refunded",
			description = "It then can be invoiced by the partner who sold it; the same reference again changes nothing.")
	AmountView learn(Caller caller, @Valid @RequestBody Fact fact) {
		caller.require(Caller.Kind.VENDOR);
		return AmountView.of(this.invoiceables.learn(fact.partnerId(), fact.receiver(), fact.reference(),
				fact.taxRate().setScale(2), fact.kind(), fact.amount()));
	}

	@GetMapping("/api/v1/my/invoiceable-amounts")
	@Operation(summary = "What you can ask your partner, or as a reseller your distributor, to invoice")
	Items mine(Caller caller) {
		return Items.of(this.invoiceables.ofReceiver(caller));
	}

	@GetMapping("/api/v1/customer-invoiceable-amounts")
	@Operation(summary = "What you can invoice to one of your resale customers, or resellers")
	Items ofReceiver(Caller caller, @RequestParam UUID receiverId) {
		return Items.of(this.invoiceables.ofIssuer(caller, receiverId));
	}

	/**
	 * Consumption or a refund.
	 *
	 * @param reference 1–64 visible ASCII characters; names the fact for good
	 * @param partnerId who sold: the issuer
	 * @param customerId the resale customer; or else
	 * @param resellerId the distributor's reseller
	 * @param taxRate 0.00–100.00 percent
	 * @param kind CONSUMED or REFUNDED
	 */
	record Fact(
			@NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String reference,
			@NotNull UUID partnerId, @Nullable UUID customerId, @Nullable UUID resellerId,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate,
			@NotNull Kind kind, @NotNull @Positive Money amount) {

		Receiver receiver() {
			if (this.customerId != null && this.resellerId == null) {
				return new Receiver(Party.CUSTOMER, this.customerId);
			}
			if (this.resellerId != null && this.customerId == null) {
				return new Receiver(Party.RESELLER, this.resellerId);
			}
			throw Problem.invalid("/customerId", "EXCLUSIVE", "Name either a customer or a reseller.");
		}

	}

	/** Amounts, one per issuer and tax rate; there are never more than a few. */
	record Items(List<AmountView> items) {

		static Items of(List<Invoiceable> amounts) {
			return new Items(amounts.stream().map(AmountView::of).toList());
		}

	}

	/**
	 * What can be invoiced at one tax rate.
	 *
	 * @param taxRate percent
	 * @param amount consumed less refunded
	 * @param invoiced asked for or issued
	 * @param invoiceable what is left
	 * @param excess invoiced and refunded since; an invoice is to be returned or
	 * corrected
	 */
	record AmountView(UUID partnerId, UUID receiverId, BigDecimal taxRate, Money amount, Money invoiced,
			Money invoiceable, Money excess) {

		static AmountView of(Invoiceable amount) {
			return new AmountView(amount.issuer().ownerPartnerId(), amount.receiver().id(), amount.taxRate(),
					amount.amount(), amount.invoiced(), amount.left(), amount.excess());
		}

	}

}
