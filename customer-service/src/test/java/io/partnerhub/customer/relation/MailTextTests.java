package io.partnerhub.customer.relation;

import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("NOT-02")
class MailTextTests {

	@ParameterizedTest
	@CsvSource({ "relation_request,zh", "relation_request,en", "relation_decision,zh", "relation_decision,en" })
	void fillsEveryBlankInBothLanguages(String template, String language) {
		MailWords words = MailWords.of(language);
		for (RequestKind kind : RequestKind.values()) {
			for (Decision decision : Decision.values()) {
				MailText text = MailText.of(template, language,
						Map.of("customer", "{partner}", "partner", "P", "requester", "R", "change",
								words.change(kind, AssociationType.RESALE, "T"), "reason", "why", "deadline", "D",
								"outcome", words.of(decision), "answer", "-"));
				assertThat(text.subject()).contains("{partner}").doesNotContain("\n");
				assertThat(text.text().replace("{partner}", "")).doesNotContain("{");
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh", "en" })
	void tellsTheOperatorsInBothLanguages(String language) {
		MailText text = MailText.of("relation_stuck", language, Map.of("count", "2", "tenant", "T", "steps", "a\nb"));
		assertThat(text.subject() + text.text()).doesNotContain("{").contains("2", "a\r\nb");
	}

}
