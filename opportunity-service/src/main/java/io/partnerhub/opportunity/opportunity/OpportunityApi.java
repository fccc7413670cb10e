package io.partnerhub.opportunity.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.opportunity.opportunity.Opportunities.Filter;
import io.partnerhub.opportunity.opportunity.Opportunities.Registered;
import io.partnerhub.opportunity.opportunity.Opportunity.Action;
import io.partnerhub.opportunity.opportunity.Opportunity.Stage;
import io.partnerhub.opportunity.opportunity.Opportunity.State;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opportunities for front ends: register (商机报备), list, read and close. */
@RestController
@Tag(name = "Opportunities")
class OpportunityApi {

	private final Opportunities opportunities;

	OpportunityApi(Opportunities opportunities) {
		this.opportunities = opportunities;
	}

	@PostMapping("/api/v1/opportunities")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Registers an opportunity for an associated customer",
			description = "An open opportunity of the same name for the customer is named in `warnings`.")
	View register(Caller caller, @Valid @RequestBody Registration registration) {
		Registered registered = this.opportunities.register(caller, registration);
		UUID twin = registered.twinId();
		return View.of(registered.opportunity(), caller, (twin != null) ? List.of(Warning.duplicate(twin)) : List.of());
	}

	@GetMapping("/api/v1/opportunities")
	@Operation(summary = "Lists the opportunities the caller may see, newest registered first",
			description = "The order is that of registration, not of the last update. An account manager sees his own, a supervisor those of the team, others all of the partner."
					+ " `name` matches the beginning, from 3 characters on any part.")
	Page<View> list(Caller caller,
			@RequestParam(required = false) @Size(max = 100) @Pattern(regexp = Registration.LINE) @Nullable String name,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable State state,
			@RequestParam(required = false) @Nullable Stage stage, PageQuery query) {
		return this.opportunities.list(caller, new Filter(name, customerId, state, stage), query)
			.map((opportunity) -> View.of(opportunity, caller, null));
	}

	@GetMapping("/api/v1/opportunities/{id}")
	@Operation(summary = "Reads an opportunity")
	ResponseEntity<View> read(Caller caller, @PathVariable UUID id) {
		return answer(this.opportunities.find(caller, id), caller);
	}

	@PostMapping("/api/v1/opportunities/{id}/closure")
	@Operation(summary = "Closes an open opportunity; for its account manager and administrators")
	ResponseEntity<View> close(Caller caller, @PathVariable UUID id, @Valid @RequestBody Closure closure) {
		return answer(this.opportunities.close(caller, id, closure.reason().strip()), caller);
	}

	private static ResponseEntity<View> answer(Opportunity opportunity, Caller caller) {
		return ResponseEntity.ok().eTag(ETags.of(opportunity.version())).body(View.of(opportunity, caller, null));
	}

	record Closure(@NotNull @Size(max = 200) @Pattern(regexp = Registration.LINE) @Schema(
			example = "Customer postponed the project") String reason) {
	}

	/** Something the person should know although the command was carried out. */
	record Warning(@Schema(example = "OPPORTUNITY_DUPLICATE") String code, String detail, UUID opportunityId) {

		static Warning duplicate(UUID twin) {
			return new Warning("OPPORTUNITY_DUPLICATE", "An open opportunity of this name exists for the customer.",
					twin);
		}

	}

	@Schema(name = "Opportunity")
	record View(UUID id, UUID customerId, String name, @Nullable String description, List<String> cloudServices,
			LocalDate expectedSignDate, Money expectedRevenue, Money firstYearRevenue, Money monthlyRevenue,
			LocalDate launchDate, Stage stage, State state, @Nullable String closeReason, @Nullable Instant closedAt,
			@Nullable UUID accountManagerId, String createdBy, Instant createdAt, Instant lastUpdatedAt,
			List<Action> allowedActions, @Nullable List<Warning> warnings) {

		static View of(Opportunity opportunity, Caller caller, @Nullable List<Warning> warnings) {
			return new View(opportunity.id(), opportunity.customerId(), opportunity.name(), opportunity.description(),
					opportunity.cloudServices(), opportunity.expectedSignDate(), opportunity.revenue().expected(),
					opportunity.revenue().firstYear(), opportunity.revenue().monthly(),
					opportunity.revenue().launchDate(), opportunity.stage(), opportunity.state(),
					opportunity.closeReason(), opportunity.closedAt(), opportunity.accountManagerId(),
					opportunity.createdBy(), opportunity.createdAt(), opportunity.lastUpdatedAt(),
					opportunity.allowedActions(caller), warnings);
		}

	}

}
