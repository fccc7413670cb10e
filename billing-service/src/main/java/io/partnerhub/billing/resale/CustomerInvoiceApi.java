package io.partnerhub.billing.resale;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.document.Documents;
import io.partnerhub.billing.document.Reason;
import io.partnerhub.billing.resale.ResaleInvoice.Action;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Invoices a partner issues to his resale customers, a distributor also to resellers. */
@RestController
@Tag(name = "Invoices of partners")
class CustomerInvoiceApi {

	private static final List<Action> ACTIONS = List.of(Action.ISSUE, Action.REFUSE, Action.DELIVER, Action.CORRECT,
			Action.RETURN);

	private final ResaleInvoices invoices;

	private final Documents documents;

	CustomerInvoiceApi(ResaleInvoices invoices, Documents documents) {
		this.invoices = invoices;
		this.documents = documents;
	}

	@GetMapping("/api/v1/customer-invoices")
	@Operation(summary = "Invoices asked for and issued, newest first; titles and deliveries masked")
	Page<InvoiceView> list(Caller caller, @RequestParam(required = false) @Nullable UUID receiverId,
			@RequestParam(required = false) ResaleInvoice.@Nullable State state, PageQuery page) {
		return this.invoices.ofIssuer(caller, receiverId, state, page).map((invoice) -> view(invoice, caller).masked());
	}

	@GetMapping("/api/v1/customer-invoices/{id}")
	@Operation(summary = "An invoice with its whole title")
	InvoiceView get(Caller caller, @PathVariable UUID id) {
		return view(this.invoices.get(caller, id), caller);
	}

	@GetMapping("/api/v1/customer-invoices/{id}/file")
	@Operation(summary = "Fetch the file of an invoice you issued")
	ResponseEntity<Resource> file(Caller caller, @PathVariable UUID id) {
		return this.documents.answer(this.invoices.get(caller, id).fileId());
	}

	@PostMapping("/api/v1/customer-invoices/{id}/issuance")
	@RequiresIdempotencyKey
	@Operation(summary = "Issue what was asked for",
			description = "Amount and tax rate are those asked for (INVOICE_AMOUNT_MISMATCH, INVOICE_TAX_RATE_MISMATCH).")
	InvoiceView issue(Caller caller, @PathVariable UUID id, @Valid @RequestBody Issuance issuance) {
		return view(this.invoices.issue(caller, id, issuance), caller);
	}

	@PostMapping("/api/v1/customer-invoices/{id}/refusal")
	@RequiresIdempotencyKey
	@Operation(summary = "Refuse what was asked for, with a reason")
	InvoiceView refuse(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
		return view(this.invoices.refuse(caller, id, reason.reason()), caller);
	}

	@PostMapping("/api/v1/customer-invoices/{id}/delivery")
	@Operation(summary = "Tell how the invoice reached the receiver")
	InvoiceView deliver(Caller caller, @PathVariable UUID id, @Valid @RequestBody Delivery delivery) {
		return view(this.invoices.deliver(caller, id, delivery.way()), caller);
	}

	@PostMapping("/api/v1/customer-invoices/{id}/correction")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Issue another invoice in the place of a wrong one",
			description = "Amount and tax rate may be others, within what is invoiceable (INVOICE_AMOUNT_MISMATCH).")
	InvoiceView correct(Caller caller, @PathVariable UUID id, @Valid @RequestBody Correction correction) {
		return view(this.invoices.correct(caller, id, correction.invoice(), correction.reason()), caller);
	}

	@PostMapping("/api/v1/customer-invoices/{id}/return")
	@RequiresIdempotencyKey
	@Operation(summary = "Take an issued invoice back; its amount can be invoiced again")
	InvoiceView takeBack(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
		return view(this.invoices.takeBack(caller, id, reason.reason()), caller);
	}

	private static InvoiceView view(ResaleInvoice invoice, Caller caller) {
		return InvoiceView.of(invoice, ACTIONS, caller);
	}

	/**
	 * How it was delivered, such as an e-mail address or a courier's number, in 1–256
	 * characters.
	 */
	record Delivery(@NotBlank @Size(max = 256) String way) {
	}

	/** The right invoice, and why the other was wrong, in 1–256 characters. */
	record Correction(@NotNull @Valid Issuance invoice, @NotBlank @Size(max = 256) String reason) {
	}

}
