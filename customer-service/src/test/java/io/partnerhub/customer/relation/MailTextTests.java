package io.partnerhub.customer.relation;

import java.util.List;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("NOT-02")
class MailTextTests {

	@ParameterizedTest
	@CsvSource({ "relation_request,ZH", "relation_request,EN", "relation_decision,ZH", "relation_decision,EN" })
	void fillsEveryBlankInBothLanguages(String template, Language language) {
		MailWords words = new MailWords(language);
		for (RequestKind kind : RequestKind.values()) {
			for (Decision decision : Decision.values()) {
				MailText text = MailText.of(template, language,
						Map.of("customer", "{partner}", "partner", "P", "requester", "R", "change",
								words.change(kind, AssociationType.RESALE, "T"), "reason", "why", "deadline", "D",
								"outcome", words.of(decision), "answer", "-"));
				assertThat(text.subject()).contains("{partner}").doesNotContain("\n");
				assertThat(text.body().replace("{partner}", "")).doesNotContain("{");
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "ZH", "EN" })
	void tellsTheOperatorsInBothLanguages(Language language) {
		MailText text = MailText.of("relation_stuck", language, Map.of("count", "2", "tenant", "T"),
				Map.of("steps", List.of("a", "b\n")));
		assertThat(text.subject() + text.body()).doesNotContain("{").contains("2", "a\r\nb");
	}

}
