package io.partnerhub.customer.association;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The account check before an invitation (关联检查). */
@RestController
@Tag(name = "Association checks")
class AssociationCheckApi {

	private final Inquiries inquiries;

	AssociationCheckApi(Inquiries inquiries) {
		this.inquiries = inquiries;
	}

	@GetMapping("/api/v1/pre-registrations/{id}/association-checks")
	@Operation(summary = "What stands in the way of associating a prospect, all at once",
			description = "Looks at every account known under the prospect's address or number, or at the one named; "
					+ "UNKNOWN is what nobody has told, and does not block. Codes and remedies only: the facts behind "
					+ "them are the customer's until he has accepted. 409 INVITE_NOT_PREREGISTERED {state} while the "
					+ "vendor reviews him.")
	Associability ofProspect(@PathVariable UUID id, @RequestParam AssociationType associationType, Caller caller) {
		return this.inquiries.ofProspect(caller, id, associationType);
	}

}
