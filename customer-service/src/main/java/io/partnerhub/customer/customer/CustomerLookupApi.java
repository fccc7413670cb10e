package io.partnerhub.customer.customer;

import java.util.UUID;

import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the gateway which customer a login belongs to. */
@Hidden
@RestController
class CustomerLookupApi {

	private final Customers customers;

	CustomerLookupApi(Customers customers) {
		this.customers = customers;
	}

	@GetMapping("/internal/customers")
	Answer find(@RequestParam String issuer, @RequestParam String subject) {
		return this.customers.findByLogin(issuer, subject)
			.map((customer) -> new Answer(customer.id(), customer.accountName()))
			.orElseThrow(() -> Problem.notFound("customer"));
	}

	record Answer(UUID customerId, String accountName) {
	}

}
