package io.partnerhub.customer.preregistration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.customer.preregistration.PreRegistrations.Seen;
import io.partnerhub.customer.privacy.PersonalField;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pre-registration for front ends (报备客户). */
@RestController
@Tag(name = "Pre-registrations")
class PreRegistrationApi {

	/** One line of text. */
	static final String LINE = "\\P{Cntrl}*";

	private final PreRegistrations preRegistrations;

	private final Intake intake;

	PreRegistrationApi(Intake intake, PreRegistrations preRegistrations) {
		this.intake = intake;
		this.preRegistrations = preRegistrations;
	}

	@PostMapping("/api/v1/pre-registrations")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Reserve a prospect for 15 days",
			description = "REGISTERED at once, or PENDING_REVIEW with the reasons why the vendor reviews it first. "
					+ "409 PREREG_EXCLUDED {reason, reasons} names all that excludes the customer, PREREG_LIMIT_REACHED "
					+ "{limit} comes beyond 100 open ones, PARTNER_PROFILE_INCOMPLETE {missing} while the partner has "
					+ "not reserved e-mail and mobile. Give an e-mail, a mobile number, or both. The answer masks "
					+ "nothing: the caller has just said it all.")
	View register(@Valid @RequestBody New body, Caller caller) {
		return View.inClear(this.intake.register(caller, body.prospect(), body.accountManagerId()), caller);
	}

	@GetMapping("/api/v1/pre-registrations")
	@Operation(summary = "Pre-registrations, newest first",
			description = "customerName filters by the beginning of the name, from 3 characters on by any part of it; "
					+ "createdFrom is included, createdTo is not. Personal columns are masked unless named in reveal "
					+ "(customerName, contactName, email, mobile), which needs the permission REVEAL_PERSONAL_DATA and "
					+ "is recorded.")
	Page<View> list(@RequestParam(required = false) @Nullable State state,
			@RequestParam(required = false) @Nullable @Size(max = 128) @Pattern(regexp = LINE) String customerName,
			@RequestParam(required = false) @Nullable @Size(max = 256) @Pattern(regexp = LINE) String email,
			@RequestParam(required = false) @Nullable @Size(max = 24) String mobile,
			@RequestParam(required = false) @Nullable UUID accountManagerId,
			@RequestParam(required = false) @Nullable Instant createdFrom,
			@RequestParam(required = false) @Nullable Instant createdTo,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, PageQuery page, Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		if (createdFrom != null && createdTo != null && !createdFrom.isBefore(createdTo)) {
			throw Problem.invalid("?createdTo", "OUT_OF_RANGE", "createdTo is later than createdFrom.");
		}
		PreRegistrationFilter filter = new PreRegistrationFilter(state, customerName, email, mobile, accountManagerId,
				createdFrom, createdTo);
		return this.preRegistrations.list(caller, filter, Reveal.of(reveal, View.PERSONAL), page)
			.map((seen) -> View.of(seen.row(), seen.reveal(), caller));
	}

	@GetMapping("/api/v1/pre-registrations/{id}")
	@Operation(summary = "A pre-registration",
			description = "Personal columns are masked unless named in reveal, as in the list.")
	View get(@PathVariable UUID id, @RequestParam(required = false) @Nullable @Size(max = 128) String reveal,
			Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		Seen seen = this.preRegistrations.view(caller, id, Reveal.of(reveal, View.PERSONAL));
		return View.of(seen.row(), seen.reveal(), caller);
	}

	/**
	 * A prospect; names are one line of text. An account manager registers for himself,
	 * others may name the account manager who gets the customer.
	 */
	@Schema(name = "NewPreRegistration")
	record New(@NotBlank @Size(max = 128) @Pattern(regexp = LINE) @Schema(example = "云岭科技有限公司") String customerName,
			@NotBlank @Size(max = 64) @Pattern(regexp = LINE) @Schema(example = "李雷") String contactName,
			@Email @Size(min = 3, max = 256) @Pattern(regexp = LINE) @Schema(
					example = "li.lei@yunling.example") @Nullable String email,
			@Size(min = 1, max = 24) @Schema(example = "13800000000") @Nullable String mobile,
			@Size(max = 64) @Pattern(regexp = "(?=.*\\S)\\P{Cntrl}*", message = "must be one line of text") @Schema(
					example = "yunling") @Nullable String existingAccountName,
			@Pattern(regexp = "[A-Z]{2}",
					message = "must be two capital letters") @Schema(example = "CN") @Nullable String country,
			@Nullable UUID accountManagerId) {

		Prospect prospect() {
			return new Prospect(this.customerName, this.contactName, this.email, this.mobile, this.existingAccountName,
					this.country);
		}

	}

	/**
	 * A pre-registration; {@code registeredAt} and {@code validUntil} are absent until
	 * the vendor has approved it. Names, e-mail and mobile number are masked unless
	 * revealed.
	 */
	@Schema(name = "PreRegistration")
	record View(UUID id, @Schema(description = MASKED, example = "云***") String customerName,
			@Schema(description = MASKED, example = "李***") String contactName,
			@Nullable @Schema(description = MASKED, example = "l***@y***.example") String email,
			@Nullable @Schema(description = MASKED, example = "+86138****0000") String mobile,
			@Nullable String existingAccountName, @Nullable String country, State state,
			@Nullable UUID accountManagerId, List<ReviewReason> reviewReasons, List<String> unknownFacts,
			@Nullable String rejectReason, @Nullable Instant reviewedAt, Instant createdAt, String createdBy,
			@Nullable Instant registeredAt, @Nullable Instant validUntil, List<String> allowedActions) {

		private static final String MASKED = "Masked unless revealed";

		/** What can be revealed of a pre-registration. */
		static final PersonalField[] PERSONAL = { PersonalField.CUSTOMER_NAME, PersonalField.CONTACT_NAME,
				PersonalField.EMAIL, PersonalField.MOBILE };

		/** As the one who has typed it sees it. */
		static View inClear(PreRegistration row, Caller caller) {
			return of(row, Reveal.everything(), caller);
		}

		static View of(PreRegistration row, Reveal reveal, Caller caller) {
			Prospect prospect = row.prospect();
			PreRegistration.Review review = row.review();
			return new View(row.id(), reveal.text(PersonalField.CUSTOMER_NAME, prospect.customerName()),
					reveal.text(PersonalField.CONTACT_NAME, prospect.contactName()),
					reveal.show(PersonalField.EMAIL, prospect.email()),
					reveal.show(PersonalField.MOBILE, prospect.mobile()), prospect.existingAccountName(),
					prospect.country(), row.state(), row.accountManagerId(), review.reasons(), review.unknownFacts(),
					review.rejectReason(), review.at(), row.createdAt(), row.createdBy(), row.registeredAt(),
					row.validUntil(), actions(row, caller));
		}

		private static List<String> actions(PreRegistration row, Caller caller) {
			if (!PreRegistrations.isDeveloper(caller)) {
				return List.of();
			}
			return switch (row.state()) {
				case REGISTERED -> (row.email() != null) ? List.of("INVITE", "DELETE") : List.of("DELETE");
				case PENDING_REVIEW, REVIEW_REJECTED, EXPIRED -> List.of("DELETE");
				case ASSOCIATED, DELETED -> List.of();
			};
		}

	}

}
