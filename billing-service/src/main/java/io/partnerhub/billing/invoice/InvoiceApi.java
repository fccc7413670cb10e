package io.partnerhub.billing.invoice;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.document.Documents;
import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.document.Reason;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's invoices to a partner, as the partner deals with them (INVO-09). */
@RestController
@Tag(name = "Invoices")
class InvoiceApi {

	private final Invoices invoices;

	private final Documents documents;

	InvoiceApi(Invoices invoices, Documents documents) {
		this.invoices = invoices;
		this.documents = documents;
	}

	@PostMapping("/api/v1/invoices")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Ask the vendor for invoices of 1 to 100 orders",
			description = "Orders are merged by seller, company and tax rate. After the 3rd of a month only"
					+ " (INVOICE_TOO_EARLY), without arrears and with more invoiceable than owed (INVOICE_ARREARS).")
	Items request(Caller caller, @Valid @RequestBody Wish wish) {
		return Items.of(this.invoices.request(caller, wish.wish()), caller);
	}

	@GetMapping("/api/v1/invoices")
	@Operation(summary = "Your invoices, newest first")
	Page<VendorInvoiceView> list(Caller caller, @RequestParam(required = false) @Nullable InvoiceState state,
			PageQuery page) {
		return this.invoices.page(caller, state, page).map((invoice) -> VendorInvoiceView.forPartner(invoice, caller));
	}

	@GetMapping("/api/v1/invoices/{id}")
	@Operation(summary = "One of your invoices")
	VendorInvoiceView get(Caller caller, @PathVariable UUID id) {
		return VendorInvoiceView.forPartner(this.invoices.get(caller, id), caller);
	}

	@GetMapping("/api/v1/invoices/{id}/file")
	@Operation(summary = "Fetch the file of an invoice")
	ResponseEntity<Resource> file(Caller caller, @PathVariable UUID id) {
		return this.documents.answer(this.invoices.get(caller, id).fileId());
	}

	@PostMapping("/api/v1/invoices/{id}/submission")
	@RequiresIdempotencyKey
	@Operation(summary = "Submit a rejected invoice again, for what its orders come to now")
	VendorInvoiceView submit(Caller caller, @PathVariable UUID id) {
		return VendorInvoiceView.forPartner(this.invoices.submit(caller, id), caller);
	}

	@PostMapping("/api/v1/invoices/{id}/receipt")
	@Operation(summary = "Sign for an invoice on paper (签收)")
	VendorInvoiceView sign(Caller caller, @PathVariable UUID id) {
		return VendorInvoiceView.forPartner(this.invoices.sign(caller, id), caller);
	}

	@PostMapping("/api/v1/invoices/{id}/revocation")
	@RequiresIdempotencyKey
	@Operation(summary = "Revoke an invoice that is not issued yet; the vendor decides once it is submitted")
	VendorInvoiceView revoke(Caller caller, @PathVariable UUID id) {
		return VendorInvoiceView.forPartner(this.invoices.revoke(caller, id), caller);
	}

	@PostMapping("/api/v1/invoices/{id}/return")
	@Operation(summary = "Ask to return an issued invoice (退票)",
			description = "Not an electronic one whose use the tax office knows, or of a former company"
					+ " (INVOICE_RETURN_OFFLINE).")
	VendorInvoiceView giveBack(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
		return VendorInvoiceView.forPartner(this.invoices.giveBack(caller, id, reason.reason()), caller);
	}

	/**
	 * The invoices wanted.
	 *
	 * @param orderIds 1–100 orders of yours
	 * @param type GENERAL, unless SPECIAL_VAT is wanted
	 * @param medium ELECTRONIC, unless PAPER is wanted
	 */
	record Wish(@NotEmpty @Size(max = 100) Set<@NotNull UUID> orderIds, @Nullable InvoiceType type,
			Invoice.@Nullable Medium medium, @NotNull @Valid InvoiceTitle title) {

		Invoices.Wish wish() {
			return new Invoices.Wish(this.orderIds, (this.type != null) ? this.type : InvoiceType.GENERAL,
					(this.medium != null) ? this.medium : Invoice.Medium.ELECTRONIC, this.title);
		}

	}

	/** The invoices asked for at once; at most one per order. */
	record Items(List<VendorInvoiceView> items) {

		static Items of(List<Invoice> invoices, Caller caller) {
			return new Items(
					invoices.stream().map((invoice) -> VendorInvoiceView.forPartner(invoice, caller)).toList());
		}

	}

}
