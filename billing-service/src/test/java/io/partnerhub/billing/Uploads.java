package io.partnerhub.billing;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;

/** Uploads the files of invoices. */
public final class Uploads {

	private final HubClient client;

	Uploads(HubClient client) {
		this.client = client;
	}

	/** The id of a file that the partner just uploaded. */
	public String by(Partner partner) {
		return by(partner.admin(), "/api/v1/invoice-files", SampleFiles.pdf()).expect(201).text("/id");
	}

	public String byVendor() {
		return by(Given.VENDOR, "/api/v1/vendor/invoice-files", SampleFiles.zip("OFD.xml")).expect(201).text("/id");
	}

	public HubClient.Answer by(Caller caller, String path, byte[] file) {
		return this.client.as(caller).with("Content-Type", "application/octet-stream").post(path, file);
	}

}
