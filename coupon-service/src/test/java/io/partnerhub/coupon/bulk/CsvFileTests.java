package io.partnerhub.coupon.bulk;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvFileTests {

	private static final String CUSTOMER = "01890000-0000-7000-8000-000000000001";

	private final List<IssueRow> rows = new ArrayList<>();

	@Test
	@Tag("VOU-02")
	void readsEveryColumnInAnyOrder() {
		read("\uFEFFremark,FaceValue,customerId,minimumOrderAmount,serviceTypes,expiresAt\r\n" + "\"for a, b\",20.00,"
				+ CUSTOMER + ",100,ecs;obs,2026-03-05T00:00:00Z\r\n");
		assertThat(this.rows).singleElement()
			.returns(1, IssueRow::number)
			.returns(IssueRow.Outcome.WAITING, IssueRow::outcome)
			.returns(UUID.fromString(CUSTOMER), IssueRow::customerId)
			.returns(Money.of("20.00"), IssueRow::faceValue)
			.returns(Money.of("100.00"), IssueRow::minimumOrder)
			.returns("ecs;obs", IssueRow::serviceTypes)
			.returns(Instant.parse("2026-03-05T00:00:00Z"), IssueRow::expiresAt)
			.returns("for a, b", IssueRow::remark);
	}

	@ParameterizedTest
	@CsvSource({ "x, 1.00, '', customerId", "'', 1.00, '', customerId", CUSTOMER + ", 0.00, '', faceValue",
			CUSTOMER + ", -1, '', faceValue", CUSTOMER + ", 1.234, '', faceValue", CUSTOMER + ", 1e400, '', faceValue",
			CUSTOMER + ", '', '', faceValue", CUSTOMER + ", 1.00, tomorrow, expiresAt" })
	@Tag("VOU-02")
	void letsABadCellSpoilItsRowOnly(String customer, String face, String expires, String column) {
		read("customerId,faceValue,expiresAt\n" + customer + "," + face + "," + expires + "\n" + CUSTOMER + ",1.00,\n");
		assertThat(this.rows.getFirst()).returns(IssueRow.Outcome.FAILED, IssueRow::outcome)
			.returns("INVALID_ROW", IssueRow::code);
		assertThat(this.rows.getFirst().detail()).startsWith(column + " ");
		assertThat(this.rows.get(1).outcome()).isEqualTo(IssueRow.Outcome.WAITING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "customerId,faceValue\n", "customerId\nx\n", "customerId,faceValue,surprise\nx,1,2\n",
			"customerId,customerId,faceValue\na,b,1\n", "customerId,faceValue\n\"x\"y,1\n" })
	void refusesWhatIsNoSuchFile(String file) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> read(file)).returns("MALFORMED_FILE", Problem::code);
	}

	@Test
	void refusesWhatIsNotUtf8() {
		byte[] file = "customerId,faceValue,remark\nx,1.00,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> read(file, 10))
			.returns("MALFORMED_FILE", Problem::code);
	}

	@Test
	void limitsRowsAndBytes() {
		String line = CUSTOMER + ",1.00\n";
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> read(("customerId,faceValue\n" + line.repeat(4)).getBytes(StandardCharsets.UTF_8), 3))
			.returns("TOO_MANY_ROWS", Problem::code);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(
					() -> read(("customerId,faceValue\n" + line.repeat(100)).getBytes(StandardCharsets.UTF_8), 1000))
			.returns("FILE_TOO_LARGE", Problem::code);
	}

	private void read(String file) {
		read(file.getBytes(StandardCharsets.UTF_8), 10);
	}

	private void read(byte[] file, int maxRows) {
		BulkSettings settings = new BulkSettings(100, maxRows, DataSize.ofKilobytes(2), 100, Duration.ofDays(30));
		new CsvFile(settings).read(new ByteArrayInputStream(file), this.rows::addAll);
	}

}
