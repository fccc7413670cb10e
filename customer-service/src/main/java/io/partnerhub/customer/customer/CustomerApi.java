package io.partnerhub.customer.customer;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.customer.CustomerView.FrozenState;
import io.partnerhub.customer.listing.Listing.AvailableQuota;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A partner's customers for front ends. */
@RestController
@Tag(name = "Customers")
class CustomerApi {

	private final Customers customers;

	private final Labels labels;

	CustomerApi(Customers customers, Labels labels) {
		this.customers = customers;
		this.labels = labels;
	}

	@GetMapping("/api/v1/customers")
	@Operation(summary = "Associated customers, newest association first",
			description = "An account manager sees his own, a supervisor those of the team, others all. All filters have to "
					+ "hold: customerName and accountName find the beginning of a text, customerNameContains and "
					+ "accountNameContains three characters or more anywhere in it, in any case of letters; email, mobile, "
					+ "label and ids are exact; associatedFrom is included, associatedTo is not; expenditure is that of the "
					+ "present month (UTC+8). Personal columns are masked unless named in reveal (customerName, email, "
					+ "mobile, accountManager), which needs the permission REVEAL_PERSONAL_DATA and is recorded; an account "
					+ "manager sees his own customers in clear unless the hub masks them, too.")
	Page<CustomerView> list(@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable @Size(max = 128) String customerName,
			@RequestParam(required = false) @Nullable @Size(max = 128) String customerNameContains,
			@RequestParam(required = false) @Nullable @Size(max = 64) String accountName,
			@RequestParam(required = false) @Nullable @Size(max = 64) String accountNameContains,
			@RequestParam(required = false) @Nullable @Size(max = 256) String email,
			@RequestParam(required = false) @Nullable @Size(max = 32) String mobile,
			@RequestParam(required = false) @Nullable @Size(max = 64) String label,
			@RequestParam(required = false) @Nullable FrozenState frozen,
			@RequestParam(required = false) @Nullable AssociationType associationType,
			@RequestParam(required = false) @Nullable Instant associatedFrom,
			@RequestParam(required = false) @Nullable Instant associatedTo,
			@RequestParam(required = false) @Nullable UUID accountManagerId,
			@RequestParam(required = false) @Nullable Boolean unassigned,
			@RequestParam(required = false) @Nullable @Size(max = 20) String minMonthExpenditure,
			@RequestParam(required = false) @Nullable @Size(max = 20) String maxMonthExpenditure,
			@RequestParam(required = false) @Nullable Instant resourcesExpireBefore,
			@RequestParam(required = false) @Nullable AvailableQuota availableQuota,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, PageQuery page, Caller caller) {
		return this.customers.list(caller,
				new CustomerQuery(customerId, customerName, customerNameContains, accountName, accountNameContains,
						email, mobile, label, frozen, associationType, associatedFrom, associatedTo, accountManagerId,
						unassigned, minMonthExpenditure, maxMonthExpenditure, resourcesExpireBefore, availableQuota),
				Reveal.of(reveal, CustomerView.PERSONAL), page);
	}

	@GetMapping("/api/v1/customers/{id}")
	@Operation(summary = "An associated customer",
			description = "Personal columns are masked unless named in reveal, as in the list.")
	ResponseEntity<CustomerView> view(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, Caller caller) {
		return answer(this.customers.view(caller, id, Reveal.of(reveal, CustomerView.PERSONAL)));
	}

	@PutMapping("/api/v1/customers/{id}/label")
	@Operation(summary = "Tag a customer, or take his tag away",
			description = "The tag is the partner's own: nobody else ever sees it. Send the ETag of the customer in If-Match.")
	ResponseEntity<CustomerView> label(@PathVariable UUID id, @Valid @RequestBody Tagging body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		this.labels.put(caller, id, body.label(), ifMatch);
		return answer(this.customers.view(caller, id, Reveal.of(null)));
	}

	private static ResponseEntity<CustomerView> answer(CustomerView view) {
		return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
	}

	@Schema(name = "CustomerLabel")
	record Tagging(@Nullable @Size(min = 1, max = 64) @Schema(example = "key account") String label) {
	}

}
