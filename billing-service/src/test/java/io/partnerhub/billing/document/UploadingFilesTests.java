package io.partnerhub.billing.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.SampleFiles;
import io.partnerhub.billing.Uploads;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class UploadingFilesTests {

	private static final String FILES = "/api/v1/invoice-files";

	private static final int LIMIT = 10 * 1024 * 1024;

	private final HubClient client;

	private final Given given;

	private final Uploads uploads;

	private final Documents documents;

	private final DocumentSettings settings;

	private final MovableClock clock;

	private final TransactionTemplate transaction;

	UploadingFilesTests(HubClient client, Given given, Uploads uploads, Documents documents, DocumentSettings settings,
			MovableClock clock, TransactionTemplate transaction) {
		this.client = client;
		this.given = given;
		this.uploads = uploads;
		this.documents = documents;
		this.settings = settings;
		this.clock = clock;
		this.transaction = transaction;
	}

	@AfterEach
	void backInTime() {
		this.clock.reset();
	}

	@Test
	@Tag("INVO-11")
	void tellsTheTypeByTheContent() {
		Partner partner = this.given.distributor();
		assertThat(upload(partner, SampleFiles.pdf()).expect(201).text("/type")).isEqualTo("PDF");
		assertThat(upload(partner, SampleFiles.zip("OFD.xml")).expect(201).text("/type")).isEqualTo("OFD");
		assertThat(upload(partner, SampleFiles.jpg()).expect(201).text("/type")).isEqualTo("JPG");
		assertThat(upload(partner, SampleFiles.png()).expect(201).text("/type")).isEqualTo("PNG");
	}

	@Test
	@Tag("INVO-11")
	void takesNothingElseWhateverItIsCalled() {
		Partner partner = this.given.distributor();
		HubClient.As admin = this.client.as(partner.admin()).with("Content-Type", "application/pdf");
		admin.post(FILES, "<html>%PDF-1.7</html>").refused(415, "INVOICE_FILE_TYPE");
		admin.post(FILES, "PK\u0003\u0004 and then nothing").refused(415, "INVOICE_FILE_TYPE");
		admin.post(FILES, SampleFiles.zip("../OFD.xml")).refused(415, "INVOICE_FILE_TYPE");
		admin.post(FILES, new byte[0]).refused(415, "INVOICE_FILE_TYPE");
	}

	@Test
	@Tag("INVO-11")
	void takesTenMegabytesAndNotOneByteMore() {
		Partner partner = this.given.distributor();
		byte[] largest = Arrays.copyOf(SampleFiles.pdf(), LIMIT);
		assertThat(upload(partner, largest).expect(201).json().at("/bytes").asInt()).isEqualTo(LIMIT);
		assertThat(upload(partner, Arrays.copyOf(largest, LIMIT + 1)).refused(413, "INVOICE_FILE_TOO_LARGE")
			.json()
			.at("/limitBytes")
			.asInt()).isEqualTo(LIMIT);
	}

	@Test
	@Tag("INVO-11")
	void sendsAFileToBeKeptAndNotRun() {
		Partner partner = this.given.distributor();
		String id = this.uploads.by(partner);
		Answer file = this.client.as(partner.admin()).get(FILES + "/" + id).expect(200);
		assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"invoice-" + id + ".pdf\"");
		assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(this.client.as(partner.admin()).download(FILES + "/" + id)).isEqualTo(SampleFiles.pdf());
	}

	@Test
	void showsAFileToNobodyElse() {
		Partner partner = this.given.distributor();
		String id = this.uploads.by(partner);
		this.client.as(this.given.distributor().admin()).get(FILES + "/" + id).refused(404, "NOT_FOUND");
		this.client.as(this.given.resellerOf(partner).admin()).get(FILES + "/" + id).refused(404, "NOT_FOUND");
	}

	@Test
	void forgetsAFileThatCameToNoInvoiceInADay() {
		String id = this.uploads.by(this.given.distributor());
		Path object = this.settings.folder().resolve(UUID.fromString(id).toString());
		assertThat(Files.exists(object)).isTrue();
		removeLoose();
		assertThat(Files.exists(object)).isTrue();
		this.clock.advance(Duration.ofDays(1).plusSeconds(1));
		removeLoose();
		assertThat(Files.exists(object)).isFalse();
	}

	@Test
	void keepsAFileThatCameToAnInvoice() {
		Partner partner = this.given.distributor();
		UUID id = UUID.fromString(this.uploads.by(partner));
		this.transaction
			.executeWithoutResult((_) -> this.documents.attach(id, new Realm(partner.tenant(), partner.id())));
		this.clock.advance(Duration.ofDays(2));
		removeLoose();
		assertThat(Files.exists(this.settings.folder().resolve(id.toString()))).isTrue();
		assertThat(this.client.as(partner.admin()).download(FILES + "/" + id)).isEqualTo(SampleFiles.pdf());
	}

	private void removeLoose() {
		this.transaction.executeWithoutResult((_) -> this.documents.removeLoose());
	}

	private Answer upload(Partner partner, byte[] file) {
		return this.uploads.by(partner.admin(), FILES, file);
	}

}
