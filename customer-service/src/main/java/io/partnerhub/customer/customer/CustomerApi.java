package io.partnerhub.customer.customer;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A partner's customers for front ends. */
@RestController
@Tag(name = "Customers")
class CustomerApi {

	private final Customers customers;

	CustomerApi(Customers customers) {
		this.customers = customers;
	}

	@GetMapping("/api/v1/customers")
	@Operation(summary = "Associated customers, newest association first",
			description = "An account manager sees his own, a supervisor those of the team, others all.")
	Page<CustomerView> list(@RequestParam(required = false) @Nullable @Size(max = 128) String customerName,
			@RequestParam(required = false) @Nullable @Size(max = 64) String accountName,
			@RequestParam(required = false) @Nullable @Size(max = 256) String email,
			@RequestParam(required = false) @Nullable AssociationType associationType,
			@RequestParam(required = false) @Nullable UUID accountManagerId, PageQuery page, Caller caller) {
		return this.customers.list(caller,
				new CustomerFilter(customerName, accountName, email, associationType, accountManagerId), page);
	}

	@GetMapping("/api/v1/customers/{id}")
	@Operation(summary = "An associated customer")
	ResponseEntity<CustomerView> view(@PathVariable UUID id, Caller caller) {
		CustomerView view = this.customers.view(caller, id);
		return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
	}

}
