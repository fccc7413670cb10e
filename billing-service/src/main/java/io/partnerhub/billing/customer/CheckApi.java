package io.partnerhub.billing.customer;

import java.util.List;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells customer-service what money says against ending a link (DIS-02, DIS-05). */
@RestController
class DisassociationCheckApi {

	private final DisassociationChecks checks;

	DisassociationCheckApi(DisassociationChecks checks) {
		this.checks = checks;
	}

	@GetMapping("/internal/disassociation-checks")
	Answer checks(@RequestParam UUID customerId, @RequestParam UUID partnerId) {
		return new Answer(this.checks.of(customerId, partnerId));
	}

	/** Passed and failed items alike. */
	record Answer(List<Check> checks) {
	}

}
