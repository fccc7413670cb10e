package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Owed invoices (欠票): told by the vendor, seen and offset by the partner. */
@RestController
@Tag(name = "Owed invoices")
class OwedInvoiceApi {

	private final OwedInvoices owedInvoices;

	private final OwedInvoiceOffsets offsets;

	private final KnownPartners partners;

	private final Clock clock;

	OwedInvoiceApi(OwedInvoices owedInvoices, OwedInvoiceOffsets offsets, KnownPartners partners, Clock clock) {
		this.owedInvoices = owedInvoices;
		this.offsets = offsets;
		this.partners = partners;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vendor/owed-invoices")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Tell that an invoiced amount is no longer covered",
			description = "It lessens what the partner can withdraw until it is offset; the same reference again changes"
					+ " nothing. Refunds of orders known as billed orders are told there.")
	OwedView record(Caller caller, @Valid @RequestBody Owed owed) {
		caller.require(Caller.Kind.VENDOR);
		if (owed.reason() == OwedReason.ORDER_REFUND && owed.orderNumber() == null) {
			throw Problem.invalid("/orderNumber", "REQUIRED", "Which order was refunded?");
		}
		Realm realm = this.partners.get(owed.partnerId()).realm();
		return OwedView.of(this.offsets.record(owed.invoice(realm, this.clock.instant()), owed.reference()));
	}

	@GetMapping("/api/v1/owed-invoices")
	@Operation(summary = "What you owe in invoices, newest first; offset ones are left out")
	Page<OwedView> list(Caller caller, PageQuery page) {
		InvoiceAccess.requireViewing(caller);
		return this.owedInvoices.open(Realm.of(caller), page).map(OwedView::of);
	}

	@PostMapping("/api/v1/owed-invoices/{id}/offset")
	@RequiresIdempotencyKey
	@Operation(summary = "Offset an owed invoice by an order that is not invoiced (冲抵欠票)",
			description = "Of equal tax rate (INVOICE_TAX_RATE_MISMATCH) and company; as much as both leave, or less.")
	OwedView offset(Caller caller, @PathVariable UUID id, @Valid @RequestBody Offset offset) {
		return OwedView.of(this.offsets.offset(caller, id, offset.orderId(), offset.amount()));
	}

	/**
	 * An amount that is no longer covered.
	 *
	 * @param reference 1–64 visible ASCII characters; names it for good
	 * @param orderNumber the refunded order, if it is one
	 * @param taxRate 0.00–100.00 percent
	 * @param signingEntity the vendor's company that issued the invoice, 1–64 characters
	 */
	record Owed(@NotNull UUID partnerId,
			@NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String reference,
			@NotNull @Pattern(regexp = InvoiceWords.NUMBER,
					message = "has 1 to 32 letters, digits or hyphens") String invoiceNumber,
			@NotNull OwedReason reason, @Nullable @Size(min = 1, max = 64) String orderNumber,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate,
			@NotBlank @Size(max = 64) String signingEntity, @NotNull @Positive Money amount) {

		OwedInvoice invoice(Realm realm, Instant now) {
			return new OwedInvoice(Ids.next(), realm, this.invoiceNumber, this.reason.name(), this.orderNumber,
					this.taxRate.setScale(2), this.signingEntity, this.amount, Money.zero(), now);
		}

	}

	/**
	 * What offsets it.
	 *
	 * @param orderId an order of yours that is in no invoice
	 * @param amount as much as possible unless told
	 */
	record Offset(@NotNull UUID orderId, @Nullable @Positive Money amount) {
	}

	/**
	 * An owed invoice.
	 *
	 * @param taxRate percent
	 * @param open what is still owed
	 */
	record OwedView(UUID id, String invoiceNumber, String reason, @Nullable String orderNumber, BigDecimal taxRate,
			String signingEntity, Money amount, Money open, Instant at) {

		static OwedView of(OwedInvoice owed) {
			return new OwedView(owed.id(), owed.invoiceNumber(), owed.reason(), owed.orderNumber(), owed.taxRate(),
					owed.signingEntity(), owed.amount(), owed.open(), owed.at());
		}

	}

}
