package io.partnerhub.customer.privacy;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.RevealRecord;
import io.partnerhub.platform.privacy.Reveals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators who looked at personal data. */
@RestController
@Tag(name = "Customers")
class RevealApi {

	private final Reveals reveals;

	RevealApi(Reveals reveals) {
		this.reveals = reveals;
	}

	@GetMapping("/api/v1/customers/reveal-records")
	@Operation(summary = "Who saw personal data in clear, newest first",
			description = "One record per answer that showed personal columns: who, when, which columns and whose. "
					+ "For those who manage the partner's members.")
	Page<RevealRecord> list(PageQuery page, Caller caller) {
		return this.reveals.list(caller, page);
	}

}
