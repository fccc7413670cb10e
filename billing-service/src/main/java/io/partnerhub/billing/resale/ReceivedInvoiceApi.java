package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.document.Documents;
import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.resale.ResaleInvoice.Action;
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

/** Invoices a customer receives from his partner, or a reseller from its distributor. */
@RestController
@Tag(name = "Invoices of partners")
class ReceivedInvoiceApi {

	private static final List<Action> ACTIONS = List.of(Action.CANCEL);

	private final ResaleInvoices invoices;

	private final Documents documents;

	ReceivedInvoiceApi(ResaleInvoices invoices, Documents documents) {
		this.invoices = invoices;
		this.documents = documents;
	}

	@PostMapping("/api/v1/my/invoices")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Ask the partner, or the distributor, for an invoice",
			description = "At most what is invoiceable at the tax rate (INVOICE_AMOUNT_MISMATCH); advisory customers ask"
					+ " the vendor (INVOICE_ISSUER_MISMATCH); special VAT invoices for companies only.")
	InvoiceView request(Caller caller, @Valid @RequestBody Wish wish) {
		return InvoiceView.of(this.invoices.request(caller, wish.wish()), ACTIONS, caller);
	}

	@GetMapping("/api/v1/my/invoices")
	@Operation(summary = "The invoices you asked for, newest first")
	Page<InvoiceView> list(Caller caller, @RequestParam(required = false) ResaleInvoice.@Nullable State state,
			PageQuery page) {
		return this.invoices.ofReceiver(caller, state, page).map((invoice) -> InvoiceView.of(invoice, ACTIONS, caller));
	}

	@GetMapping("/api/v1/my/invoices/{id}/file")
	@Operation(summary = "Fetch the file of an invoice you received")
	ResponseEntity<Resource> file(Caller caller, @PathVariable UUID id) {
		return this.documents.answer(this.invoices.getReceived(caller, id).fileId());
	}

	@PostMapping("/api/v1/my/invoices/{id}/cancellation")
	@RequiresIdempotencyKey
	@Operation(summary = "Take back what you asked for, until it is issued")
	InvoiceView cancel(Caller caller, @PathVariable UUID id) {
		return InvoiceView.of(this.invoices.cancel(caller, id), ACTIONS, caller);
	}

	/**
	 * The invoice wanted.
	 *
	 * @param partnerId the issuer; needed only for what was bought from a former partner
	 * @param amount with tax
	 * @param taxRate 0.00–100.00 percent
	 * @param type GENERAL, unless SPECIAL_VAT is wanted
	 */
	record Wish(@Nullable UUID partnerId, @NotNull @Positive Money amount,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate,
			@Nullable InvoiceType type, @NotNull @Valid InvoiceTitle title) {

		InvoiceWish wish() {
			return new InvoiceWish(this.partnerId, this.amount, this.taxRate.setScale(2),
					(this.type != null) ? this.type : InvoiceType.GENERAL, this.title);
		}

	}

}
