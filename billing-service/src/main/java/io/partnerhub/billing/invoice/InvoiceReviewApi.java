package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.document.Reason;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's side of its invoices: reviewed, issued, revoked, taken back (INVO-09). */
@RestController
@Tag(name = "Invoices")
class InvoiceReviewApi {

	private final InvoiceReviews reviews;

	InvoiceReviewApi(InvoiceReviews reviews) {
		this.reviews = reviews;
	}

	@GetMapping("/api/v1/vendor/invoices")
	@Operation(summary = "Invoices of all partners, newest first")
	Page<VendorInvoiceView> list(Caller caller, @RequestParam(required = false) @Nullable InvoiceState state,
			PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return this.reviews.inState(state, page).map(VendorInvoiceView::forVendor);
	}

	@PostMapping("/api/v1/vendor/invoices/{id}/approval")
	@Operation(summary = "Approve what a partner asked for; it is being issued then")
	VendorInvoiceView approve(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return VendorInvoiceView.forVendor(this.reviews.approve(id));
	}

	@PostMapping("/api/v1/vendor/invoices/{id}/rejection")
	@Operation(summary = "Send what a partner asked for back to his drafts, with a reason")
	VendorInvoiceView reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
		caller.require(Caller.Kind.VENDOR);
		return VendorInvoiceView.forVendor(this.reviews.reject(id, reason.reason()));
	}

	@PostMapping("/api/v1/vendor/invoices/{id}/issuance")
	@RequiresIdempotencyKey
	@Operation(summary = "Tell that the invoice is issued",
			description = "For the amount and tax rate asked for (INVOICE_AMOUNT_MISMATCH, INVOICE_TAX_RATE_MISMATCH);"
					+ " refused also if an order was refunded meanwhile: then reject it.")
	VendorInvoiceView issue(Caller caller, @PathVariable UUID id, @Valid @RequestBody Issued issued) {
		caller.require(Caller.Kind.VENDOR);
		return VendorInvoiceView.forVendor(this.reviews.issue(id, issued.issued()));
	}

	@PostMapping("/api/v1/vendor/invoices/{id}/tax-office-state")
	@Operation(summary = "Tell whether the tax office knows the use of an issued electronic invoice")
	VendorInvoiceView confirmTax(Caller caller, @PathVariable UUID id, @Valid @RequestBody TaxState state) {
		caller.require(Caller.Kind.VENDOR);
		return VendorInvoiceView.forVendor(this.reviews.confirmTax(id, state.confirmed()));
	}

	@PostMapping("/api/v1/vendor/invoices/{id}/revocation-approval")
	@RequiresIdempotencyKey
	@Operation(summary = "Approve a revocation; the orders can be invoiced again")
	VendorInvoiceView confirmRevocation(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return VendorInvoiceView.forVendor(this.reviews.confirmRevocation(id));
	}

	@PostMapping("/api/v1/vendor/invoices/{id}/revocation-refusal")
	@Operation(summary = "Refuse a revocation; the invoice is being issued then")
	VendorInvoiceView refuseRevocation(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
		caller.require(Caller.Kind.VENDOR);
		return VendorInvoiceView.forVendor(this.reviews.refuseRevocation(id, reason.reason()));
	}

	@PostMapping("/api/v1/vendor/invoices/{id}/return-approval")
	@RequiresIdempotencyKey
	@Operation(summary = "Take an invoice back; what it left owed is offset, its orders can be invoiced again",
			description = "So can what stood in for it. Not once the tax office knows its use (INVOICE_RETURN_OFFLINE).")
	VendorInvoiceView confirmReturn(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return VendorInvoiceView.forVendor(this.reviews.confirmReturn(id, caller.subject()));
	}

	@PostMapping("/api/v1/vendor/invoices/{id}/return-refusal")
	@Operation(summary = "Refuse a return, with a reason")
	VendorInvoiceView refuseReturn(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
		caller.require(Caller.Kind.VENDOR);
		return VendorInvoiceView.forVendor(this.reviews.refuseReturn(id, reason.reason()));
	}

	/**
	 * The invoice.
	 *
	 * @param number 1–32 letters, digits, hyphens; unique
	 * @param amount with tax
	 * @param taxRate 0.00–100.00 percent
	 * @param fileId of a file the vendor uploaded; required of an electronic invoice
	 * @param courierNumber of paper, 1–64 characters
	 */
	record Issued(
			@NotNull @Pattern(regexp = InvoiceWords.NUMBER,
					message = "has 1 to 32 letters, digits or hyphens") String number,
			@NotNull @Positive Money amount,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate,
			@Nullable UUID fileId, @Nullable @Size(min = 1, max = 64) String courierNumber) {

		InvoiceReviews.Issued issued() {
			return new InvoiceReviews.Issued(this.number, this.amount, this.taxRate.setScale(2), this.fileId,
					this.courierNumber);
		}

	}

	/** Whether the tax office knows its use (用途已确认). */
	record TaxState(@NotNull Boolean confirmed) {
	}

}
