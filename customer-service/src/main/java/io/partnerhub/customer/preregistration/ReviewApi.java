package io.partnerhub.customer.preregistration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.customer.preregistration.ReviewStore.Submitted;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's review of pre-registrations (PRE-05). */
@RestController
@Tag(name = "Pre-registration reviews")
class ReviewApi {

	private final Reviews reviews;

	ReviewApi(Reviews reviews) {
		this.reviews = reviews;
	}

	@GetMapping("/api/v1/vendor/pre-registrations")
	@Operation(summary = "Pre-registrations of all partners, newest first",
			description = "partnerId is the partner or reseller who pre-registered. The vendor sees in clear whom he "
					+ "reviews.")
	Page<View> list(@RequestParam(required = false) @Nullable State state,
			@RequestParam(required = false) @Nullable UUID partnerId, PageQuery page, Caller caller) {
		return this.reviews.list(caller, state, partnerId, page).map(View::of);
	}

	@GetMapping("/api/v1/vendor/pre-registrations/{id}")
	@Operation(summary = "A pre-registration with the reasons for its review")
	View get(@PathVariable UUID id, Caller caller) {
		return View.of(this.reviews.get(caller, id));
	}

	@PostMapping("/api/v1/vendor/pre-registrations/{id}/approval")
	@Operation(summary = "Approve: the customer is pre-registered for 15 days from now",
			description = "409 PREREG_NOT_OPEN {state} if it is no longer in review.")
	View approve(@PathVariable UUID id, Caller caller) {
		return View.of(this.reviews.approve(caller, id));
	}

	@PostMapping("/api/v1/vendor/pre-registrations/{id}/rejection")
	@Operation(summary = "Reject: anybody may pre-register the customer again",
			description = "The partner reads the reason. 409 PREREG_NOT_OPEN {state} if it is no longer in review.")
	View reject(@PathVariable UUID id, @Valid @RequestBody Rejection body, Caller caller) {
		return View.of(this.reviews.reject(caller, id, body.reason().strip()));
	}

	@Schema(name = "PreRegistrationRejection")
	record Rejection(@NotBlank @Size(max = 256) @Pattern(regexp = PreRegistrationApi.LINE) @Schema(
			example = "该客户已由直销团队跟进") String reason) {
	}

	@Schema(name = "ReviewedPreRegistration")
	record View(UUID id, UUID partnerId, UUID ownerPartnerId, @Nullable String partnerName, String customerName,
			String contactName, @Nullable String email, @Nullable String mobile, @Nullable String existingAccountName,
			@Nullable String country, State state, List<ReviewReason> reviewReasons, List<String> unknownFacts,
			@Nullable String rejectReason, @Nullable String reviewedBy, @Nullable Instant reviewedAt, Instant createdAt,
			@Nullable Instant registeredAt, @Nullable Instant validUntil, List<String> allowedActions) {

		static View of(Submitted submitted) {
			PreRegistration row = submitted.row();
			Prospect prospect = row.prospect();
			PreRegistration.Review review = row.review();
			return new View(row.id(), row.partnerId(), row.ownerPartnerId(), submitted.partnerName(),
					prospect.customerName(), prospect.contactName(), prospect.email(), prospect.mobile(),
					prospect.existingAccountName(), prospect.country(), row.state(), review.reasons(),
					review.unknownFacts(), review.rejectReason(), review.by(), review.at(), row.createdAt(),
					row.registeredAt(), row.validUntil(),
					(row.state() == State.PENDING_REVIEW) ? List.of("APPROVE", "REJECT") : List.of());
		}

	}

}
