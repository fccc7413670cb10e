package io.partnerhub.customer.relation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.customer.mail.MailSettings;
import io.partnerhub.customer.mail.MailText;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.relation.StepStore.Stuck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes to the operators of the hub, if they have named an address. */
@Component
class OperationsMails {

	private static final Duration WORTH_SENDING = Duration.ofDays(7);

	private final Mails mails;

	private final MailSettings settings;

	private final String address;

	OperationsMails(Mails mails, MailSettings settings, @Value("${partnerhub.operations.mail:}") String address) {
		this.mails = mails;
		this.settings = settings;
		this.address = address.strip();
	}

	/** One mail for everything that was found at once in a tenant. */
	void stuck(UUID tenant, List<Stuck> steps, Instant now) {
		if (this.address.isEmpty()) {
			return;
		}
		List<String> lines = steps.stream()
			.map((step) -> String.join("  ", step.step().name(), step.kind().name(), step.requestId().toString(),
					step.customerId().toString(), step.waitingSince().toString()))
			.toList();
		MailText text = MailText.of("relation_stuck", this.settings.language(),
				Map.of("count", String.valueOf(steps.size()), "tenant", tenant.toString()), Map.of("steps", lines));
		this.mails.queue(text.to(this.address, tenant, now.plus(WORTH_SENDING)));
	}

}
