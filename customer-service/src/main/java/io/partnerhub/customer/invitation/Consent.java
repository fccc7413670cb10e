package io.partnerhub.customer.invitation;

import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The notice a customer ticked (INV-10), and where from (INV-14).
 *
 * @param language in which he read it, absent for that of the invitation
 */
record Consent(String noticeVersion, @Nullable Language language, @Nullable String address) {

	Language readIn(Language offered) {
		return (this.language != null) ? this.language : offered;
	}

	void requireCurrent() {
		if (!this.noticeVersion.equals(Notice.VERSION)) {
			throw Problem.conflict("NOTICE_OUTDATED", "The notice has changed; read the present one.")
				.with("noticeVersion", Notice.VERSION);
		}
	}

}
