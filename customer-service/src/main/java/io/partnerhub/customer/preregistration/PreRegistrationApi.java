package io.partnerhub.customer.preregistration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.customer.preregistration.PreRegistrations.Prospect;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
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

	private final PreRegistrations preRegistrations;

	PreRegistrationApi(PreRegistrations preRegistrations) {
		this.preRegistrations = preRegistrations;
	}

	@PostMapping("/api/v1/pre-registrations")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Reserve a prospect for 15 days",
			description = "PREREG_LIMIT_REACHED beyond 100 open ones, PREREG_EXCLUDED {reason} if he is reserved.")
	View register(@Valid @RequestBody New body, Caller caller) {
		PreRegistration row = this.preRegistrations.register(caller,
				new Prospect(body.customerName(), body.contactName(), body.email(), body.mobile()));
		return View.of(row, caller);
	}

	@GetMapping("/api/v1/pre-registrations")
	@Operation(summary = "Pre-registrations, newest first")
	Page<View> list(@RequestParam(required = false) @Nullable State state, PageQuery page, Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return this.preRegistrations.list(caller, state, page).map((row) -> View.of(row, caller));
	}

	@GetMapping("/api/v1/pre-registrations/{id}")
	@Operation(summary = "A pre-registration")
	View get(@PathVariable UUID id, Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return View.of(this.preRegistrations.get(caller, id), caller);
	}

	/** A prospect; names are one line of text. */
	@Schema(name = "NewPreRegistration")
	record New(
			@NotBlank @Size(max = 128) @Pattern(regexp = "\\P{Cntrl}*") @Schema(
					example = "云岭科技有限公司") String customerName,
			@NotBlank @Size(max = 64) @Pattern(regexp = "\\P{Cntrl}*") @Schema(example = "李雷") String contactName,
			@NotBlank @Email @Size(max = 256) @Pattern(regexp = "\\P{Cntrl}*") @Schema(
					example = "li.lei@yunling.example") String email,
			@Size(max = 24) @Schema(example = "13800000000") @Nullable String mobile) {
	}

	@Schema(name = "PreRegistration")
	record View(UUID id, String customerName, String contactName, String email, @Nullable String mobile, State state,
			@Nullable UUID accountManagerId, Instant registeredAt, Instant validUntil, List<String> allowedActions) {

		static View of(PreRegistration row, Caller caller) {
			List<String> actions = !caller.may(Permission.DEVELOP_CUSTOMERS) ? List.of() : switch (row.state()) {
				case REGISTERED -> List.of("INVITE", "DELETE");
				case PENDING_REVIEW, REVIEW_REJECTED, EXPIRED -> List.of("DELETE");
				case ASSOCIATED, DELETED -> List.of();
			};
			return new View(row.id(), row.customerName(), row.contactName(), row.email(), row.mobile(), row.state(),
					row.accountManagerId(), row.registeredAt(), row.validUntil(), actions);
		}

	}

}
