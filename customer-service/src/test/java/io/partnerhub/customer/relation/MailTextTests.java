package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailText;
import io.partnerhub.platform.money.Money;
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
	@Tag("DIS-09")
	@CsvSource({ "ZH", "EN" })
	void tellsWhatWasSettledInBothLanguages(Language language) {
		MailWords words = new MailWords(language);
		Settled settled = new Settled(3L, Money.of("100.00"), null, 2L,
				List.of(new Settled.Stay(Settled.OWN_CASH, Map.of("amount", Money.of("20.00"))),
						new Settled.Stay(Settled.PAST_CONSUMPTION,
								Map.of("from", Instant.parse("2026-01-01T08:00:00Z"), "to",
										Instant.parse("2026-03-01T09:30:15.5Z"))),
						new Settled.Stay("REFUNDS_LATER", Map.of())));
		assertThat(words.settled(settled)).hasSize(3);
		assertThat(words.kept(settled)).hasSize(3).anySatisfy((line) -> assertThat(line).contains("20.00 CNY"));
		MailText text = MailText.of("relation_settled", language,
				Map.of("customer", "C", "partner", "P", "change", "X", "done", "D"),
				Map.of("settled", words.settled(settled), "kept", words.kept(settled)));
		assertThat(text.subject() + text.body()).doesNotContain("{")
			.contains("100.00 CNY", "2026-01-01 08:00 – 2026-03-01 09:30");
	}

	@ParameterizedTest
	@CsvSource({ "ZH", "EN" })
	void tellsTheOperatorsInBothLanguages(Language language) {
		MailText text = MailText.of("relation_stuck", language, Map.of("count", "2", "tenant", "T"),
				Map.of("steps", List.of("a", "b\n")));
		assertThat(text.subject() + text.body()).doesNotContain("{").contains("2", "a\r\nb");
	}

}
