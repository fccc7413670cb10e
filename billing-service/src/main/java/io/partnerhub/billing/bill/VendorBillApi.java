package io.partnerhub.billing.bill;

import java.util.UUID;

import io.partnerhub.billing.bill.BillApi.BillView;
import io.partnerhub.billing.bill.ChargeStore.Charge;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed around partners' bills (BIL-01). */
@RestController
class VendorBillApi {

	private static final String REFERENCE = "[!-~]{1,64}";

	private static final String REFERENCE_TEXT = "has 1 to 64 visible ASCII characters";

	private final Bills bills;

	private final KnownPartners partners;

	VendorBillApi(Bills bills, KnownPartners partners) {
		this.bills = bills;
		this.partners = partners;
	}

	@PutMapping("/api/v1/vendor/billing-terms/{partnerId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Tells whether a partner settles month by month; who is not named prepays and gets no bill")
	void terms(Caller caller, @PathVariable UUID partnerId, @Valid @RequestBody Terms request) {
		caller.require(Caller.Kind.VENDOR);
		this.bills.settle(this.partners.get(partnerId).realm(), request.monthly());
	}

	@PostMapping("/api/v1/vendor/partner-charges")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Tells what the vendor charges a partner for a month, each reference once",
			description = "409 BILL_ISSUED once the month has its bill or is older than the last one, CHARGE_REFERENCE_USED if told otherwise before.")
	void charge(Caller caller, @Valid @RequestBody ChargeRequest request) {
		caller.require(Caller.Kind.VENDOR);
		if (request.amount().isZero()) {
			throw Problem.invalid("/amount", "OUT_OF_RANGE", "A charge is not 0.00.");
		}
		this.bills.charge(new Charge(request.reference(), this.partners.get(request.partnerId()).realm(),
				Integer.parseInt(request.cycle().replace("-", "")), request.description(), request.amount()));
	}

	@PostMapping("/api/v1/vendor/bills/{id}/transfers")
	@Operation(summary = "Tells of a transfer that pays a bill or a part of it, each reference once",
			description = "409 BILL_PAYMENT_TOO_LARGE if less is open.")
	BillView transferred(Caller caller, @PathVariable UUID id, @Valid @RequestBody Transfer request) {
		caller.require(Caller.Kind.VENDOR);
		return BillView.of(this.bills.transferred(id, request.reference(), request.amount()));
	}

	/** How a partner settles. */
	record Terms(@Schema(requiredMode = RequiredMode.REQUIRED) boolean monthly) {
	}

	/**
	 * A charge.
	 *
	 * @param cycle the month, YYYY-MM in UTC+8
	 * @param amount negative for a credit
	 */
	record ChargeRequest(@NotNull @Pattern(regexp = REFERENCE, message = REFERENCE_TEXT) String reference,
			@NotNull UUID partnerId,
			@NotNull @Pattern(regexp = "2\\d{3}-(0[1-9]|1[0-2])", message = "looks like 2026-03") String cycle,
			@NotBlank @Size(max = 256) String description, @NotNull Money amount) {
	}

	/** Money that arrived for a bill. */
	record Transfer(@NotNull @Pattern(regexp = REFERENCE, message = REFERENCE_TEXT) String reference,
			@NotNull @Positive Money amount) {
	}

}
