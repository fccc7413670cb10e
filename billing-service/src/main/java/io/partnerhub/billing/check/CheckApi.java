package io.partnerhub.billing.check;

import java.util.List;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells customer-service what money says against ending a link (DIS-02, DIS-05) or
 * beginning one (ASC-02, ASC-03).
 */
@RestController
class CheckApi {

	private final DisassociationChecks disassociation;

	private final AssociationChecks association;

	CheckApi(DisassociationChecks disassociation, AssociationChecks association) {
		this.disassociation = disassociation;
		this.association = association;
	}

	@GetMapping("/internal/disassociation-checks")
	Answer disassociation(@RequestParam UUID customerId, @RequestParam UUID partnerId) {
		return new Answer(this.disassociation.of(customerId, partnerId));
	}

	@GetMapping("/internal/association-checks")
	Answer association(@RequestParam UUID customerId, @RequestParam UUID partnerId) {
		return new Answer(this.association.of(customerId, partnerId));
	}

	/** Passed and failed items alike. */
	record Answer(List<Check> checks) {
	}

}
