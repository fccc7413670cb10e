package io.partnerhub.customer.relation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "partnerhub.operations.mail=" + SettlingTests.OPERATIONS)
class SettlingTests extends RelationScenario {

	static final String OPERATIONS = "operations@hub.example";

	private static final Duration LIMIT = Duration.ofMinutes(15);

	@Autowired
	private StuckSettlements stuck;

	@Autowired
	private MeterRegistry metrics;

	private Partner partner;

	private UUID customer;

	private String id;

	private Instant ended;

	@BeforeEach
	void end() {
		this.partner = partner();
		this.customer = customerOf(this.partner, AssociationType.RESALE);
		this.jdbc.sql("update disassociation_step set done_at = waiting_since where done_at is null").update();
		this.id = start(this.partner.admin(), ENDS, this.customer).expect(201).text("/id");
		this.clock.advance(Duration.ofDays(10));
		this.ended = this.clock.instant();
		consent(self(this.customer), ENDS, this.id).expect(200);
		this.announced.next();
	}

	@Test
	@Tag("DIS-09")
	@Tag("DIS-12")
	@Tag("DIS-13")
	void statesWhatWentAndWhatStays() {
		this.clock.advance(Duration.ofMinutes(1));
		this.hears.event(reclaimed(this.partner, this.customer, 1));
		this.hears.event(closed(this.partner, this.customer, 1));
		assertThat(look(this.partner.admin(), ENDS, this.id).json().at("/settlement").isMissingNode()).isTrue();
		this.hears.event(returned(this.partner, this.customer, 1, "12.30"));
		Answer done = look(this.partner.admin(), ENDS, this.id).expect(200);
		JsonNode settlement = done.json().at("/settlement");
		assertThat(settlement.at("/vouchersReclaimed").asInt()).isEqualTo(3);
		assertThat(settlement.at("/voucherAmount/amount").asString()).isEqualTo("100.00");
		assertThat(settlement.at("/balanceReturned/amount").asString()).isEqualTo("500.00");
		assertThat(settlement.at("/opportunitiesClosed").asInt()).isEqualTo(2);
		assertThat(settlement.at("/stays").valueStream().map((stay) -> stay.at("/code").asString()))
			.containsExactly("OWN_CASH", "PAST_CONSUMPTION", "REFUNDS_LATER");
		assertThat(settlement.at("/stays/0/facts/amount/amount").asString()).isEqualTo("12.30");
		assertThat(settlement.at("/stays/1/facts/from").asString()).isEqualTo("2026-03-01T08:00:00Z");
		assertThat(settlement.at("/stays/1/facts/to").asString()).isEqualTo(this.ended.toString());
		assertThat(done.text("/steps/0/doneAt")).isEqualTo(this.clock.instant().toString());
	}

	@Test
	@Tag("DIS-09")
	void doesNotClaimCashNobodyHasToldOf() {
		this.hears.event(reclaimed(this.partner, this.customer, 1));
		this.hears.event(closed(this.partner, this.customer, 1));
		this.hears.event(returned(this.partner, this.customer, 1, null));
		Answer done = look(self(this.customer), ENDS, this.id).expect(200);
		assertThat(done.json().at("/settlement/stays").valueStream().map((stay) -> stay.at("/code").asString()))
			.containsExactly("PAST_CONSUMPTION", "REFUNDS_LATER");
	}

	@Test
	@Tag("DIS-09")
	void tellsTheOperatorsOnceOfAStepThatIsStuck(CapturedOutput output) {
		this.hears.event(reclaimed(this.partner, this.customer, 1));
		this.hears.event(closed(this.partner, this.customer, 1));
		this.clock.set(this.ended.plus(LIMIT));
		this.stuck.sweep();
		assertThat(output).doesNotContain("settlement stuck");
		assertThat(step("BILLING").at("/stuckSince").isMissingNode()).isTrue();
		assertThat(stuckNow()).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		this.stuck.sweep();
		this.clock.advance(Duration.ofHours(1));
		this.stuck.sweep();
		assertThat(output.getAll().lines().filter((line) -> line.contains("settlement stuck"))).singleElement()
			.asString()
			.contains("ERROR", this.id, this.customer.toString(), "BILLING", "PT15M1S");
		assertThat(stuckNow()).isEqualTo(1);
		assertThat(step("BILLING").at("/state").asString()).isEqualTo("WAITING");
		assertThat(step("BILLING").at("/stuckSince").asString()).isEqualTo(this.ended.plus(LIMIT).toString());
		assertThat(step("COUPON").at("/stuckSince").isMissingNode()).isTrue();
		List<Received> mails = mailbox.of(OPERATIONS, 1);
		assertThat(mails).filteredOn((mail) -> mail.text().contains(this.id)).singleElement().satisfies((mail) -> {
			assertThat(mail.text()).contains("BILLING", this.customer.toString());
			assertThat(mail.subject()).contains("1");
		});
	}

	@Test
	@Tag("DIS-09")
	void completesWhenTheAnswerComesAfterAll() {
		this.clock.set(this.ended.plus(Duration.ofHours(2)));
		this.stuck.sweep();
		assertThat(stuckNow()).isEqualTo(3);
		this.hears.event(reclaimed(this.partner, this.customer, 1));
		this.hears.event(closed(this.partner, this.customer, 1));
		this.hears.event(returned(this.partner, this.customer, 1, "0.00"));
		assertThat(stuckNow()).isZero();
		assertThat(this.announced.next(DisassociationCompleted.class)).hasSize(1);
		assertThat(look(self(this.customer), ENDS, this.id).text("/state")).isEqualTo("DONE");
	}

	private JsonNode step(String name) {
		return look(self(this.customer), ENDS, this.id).json()
			.at("/steps")
			.valueStream()
			.filter((step) -> step.at("/step").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private double stuckNow() {
		return this.metrics.get("partnerhub.settlement.stuck").gauge().value();
	}

}
