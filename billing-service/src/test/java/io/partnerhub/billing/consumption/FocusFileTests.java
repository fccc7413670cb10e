package io.partnerhub.billing.consumption;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.partnerhub.billing.consumption.Consumed.BillType;
import io.partnerhub.billing.consumption.Consumed.ChargeMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rows of FOCUS files as they are meant, and wrong ones as they are named. */
class FocusFileTests {

	@Test
	void readsARowWithAllItsDigits() {
		Consumed record = read(Focus.row("acme", "17", "0.00000763817504"));
		assertThat(record.reference()).isEqualTo("9900/2026-03/17");
		assertThat(record.subAccount()).isEqualTo("acme");
		assertThat(record.amounts().cash().toPlainString()).isEqualTo("0.00000763817504");
		assertThat(record.amounts().payable()).isEqualByComparingTo("0.00000763817504");
		assertThat(record.tradeTime()).hasToString("2026-03-01T14:00:00Z");
		assertThat(record.chargeMode()).isEqualTo(ChargeMode.PAY_PER_USE);
		assertThat(record.what().resourceId()).as("NULL is nothing").isNull();
	}

	@Test
	void knowsARowWithoutIdByItsPlaceInTheFile() {
		assertThat(read(Focus.row("acme", "NULL", "1")).reference()).isEqualTo("file:ab/2");
	}

	@Test
	void takesANegativeCostForARefund() {
		assertThat(read(Focus.row("acme", "17", "-2.5")).billType()).isEqualTo(BillType.REFUND);
		assertThat(read(Focus.row("acme", "17", "-2.5").replace("Usage", "Adjustment")).billType())
			.isEqualTo(BillType.WRITE_OFF);
	}

	@ParameterizedTest
	@CsvSource({ "1.2.3,NOT_A_DECIMAL", "1E+99,NOT_A_DECIMAL", "0.000000000000000000001,NOT_A_DECIMAL",
			"12 yuan,NOT_A_DECIMAL", "1234567890123,NOT_AN_AMOUNT", "-1234567890123.5,NOT_AN_AMOUNT" })
	void namesARowWhoseCostIsNone(String cost, String code) {
		assertThatExceptionOfType(RowProblem.class).isThrownBy(() -> read(Focus.row("acme", "17", cost)))
			.satisfies((problem) -> assertThat(problem.issue().code()).isEqualTo(code))
			.satisfies((problem) -> assertThat(problem.issue().line()).isEqualTo(2));
	}

	@ParameterizedTest
	@CsvSource({ "CNY,XXX,NOT_A_CURRENCY", "CNY,JPY,NOT_A_CURRENCY", "2026-03-01 00:00:00,soon,NOT_A_MONTH",
			"2026-03-01 14:00:00,soon,NOT_A_TIME", "2026-03-01 14:00:00,+10000-03-01 14:00:00,NOT_A_TIME",
			"2026-03-01 00:00:00,2026-05-01 00:00:00,CYCLE_OUT_OF_RANGE",
			"2026-03-01 14:00:00,2026-04-30 16:00:00,CYCLE_OUT_OF_RANGE", "Usage,Use,NOT_A_CATEGORY",
			"2026-03-01 15:00:00,2026-03-01 13:59:59,PERIOD_REVERSED", "Object Storage,,VALUE_MISSING" })
	void namesARowWithAWrongValue(String good, String wrong, String code) {
		String row = Focus.row("acme", "17", "1").replace(good, (wrong != null) ? wrong : "");
		assertThatExceptionOfType(RowProblem.class).isThrownBy(() -> read(row))
			.satisfies((problem) -> assertThat(problem.issue().code()).isEqualTo(code));
	}

	@Test
	void namesARowWhoseWordsAreTooLongToFindItBy() {
		String row = Focus.row("acme", "17", "1");
		for (String word : List.of("Object Storage", "acme", "9900")) {
			assertThatExceptionOfType(RowProblem.class).isThrownBy(() -> read(row.replace(word, "x".repeat(257))))
				.satisfies((problem) -> assertThat(problem.issue().code()).isEqualTo("TEXT_NOT_STORABLE"));
		}
	}

	@Test
	void readsARowOfNoAccount() {
		assertThat(read(Focus.row("NULL", "17", "1").replace("\"NULL\"", "NULL")).subAccount()).isNull();
	}

	@Test
	void refusesAFileWithoutItsColumns() {
		assertThatExceptionOfType(RowProblem.class)
			.isThrownBy(() -> open("\"BilledCost\"\n1\n".getBytes(StandardCharsets.UTF_8)))
			.satisfies((problem) -> assertThat(problem.issue().code()).isEqualTo("COLUMN_MISSING"));
	}

	private static Consumed read(String row) {
		try {
			return Objects.requireNonNull(open(Focus.file(row)).next());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static FocusFile open(byte[] content) throws IOException {
		return FocusFile.open("file:ab", new ByteArrayInputStream(content), BillCycle.of(202604));
	}

}
